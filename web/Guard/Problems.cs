using Microsoft.AspNetCore.WebUtilities;
using Monitor.Rules;

namespace Monitor.Web.Guard;

/// <summary>Answers that say no (RFC 9457): Chinese in title and detail, English in the member <c>en</c>.</summary>
internal static class Problems
{
    /// <param name="kind">Last part of the problem's type, stable for programs, e.g. <c>locked-out</c>.</param>
    /// <param name="more">Further members, e.g. the alarm as it is now.</param>
    public static ProblemHttpResult Of(int status, string kind, Text text, params (string Name, object? Value)[] more)
    {
        var extensions = more.ToDictionary(m => m.Name, m => m.Value);
        extensions["en"] = text.En;
        return TypedResults.Problem(
            statusCode: status, type: $"/problems/{kind}", title: Title(status).Zh, detail: text.Zh, extensions: extensions);
    }

    /// <param name="errors">Field → what is allowed there.</param>
    public static ProblemHttpResult Fields(IReadOnlyDictionary<string, Text> errors) => Of(
        StatusCodes.Status400BadRequest, "fields", new("有字段不符合要求。", "Some fields are not as required."), ("errors", errors));

    public static ProblemHttpResult Field(string field, Text allowed) => Fields(new Dictionary<string, Text> { [field] = allowed });

    public static ProblemHttpResult NotFound(Text text) => Of(StatusCodes.Status404NotFound, "not-found", text);

    /// <summary>The title of a status for people.</summary>
    public static Text Title(int status) => status switch
    {
        400 => new("请求不符合要求", "Bad request"),
        401 => new("请先登录", "Sign in first"),
        403 => new("没有权限", "Not allowed"),
        404 => new("找不到", "Not found"),
        405 => new("不支持这种操作", "Method not allowed"),
        409 => new("内容已被他人更改", "Changed meanwhile"),
        410 => new("内容已不可续传", "Gone"),
        413 => new("内容过大", "Too large"),
        415 => new("不支持的内容类型", "Unsupported media type"),
        422 => new("当前状态不允许", "Not possible now"),
        423 => new("账号已锁定", "Locked out"),
        428 => new("缺少版本条件", "Version required"),
        429 => new("请求过于频繁", "Too many requests"),
        503 => new("服务暂不可用", "Temporarily unavailable"),
        >= 500 => new("服务器内部错误", "Server error"),
        _ => new(ReasonPhrases.GetReasonPhrase(status), ReasonPhrases.GetReasonPhrase(status)),
    };

    /// <summary>Gives problems made by the framework itself the same shape.</summary>
    public static void Translate(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith("/problems/", StringComparison.Ordinal) == true)
        {
            return;
        }

        var title = Title(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Type = $"/problems/{problem.Status ?? context.HttpContext.Response.StatusCode}";
        problem.Title = title.Zh;
        problem.Extensions["en"] = title.En;
    }
}
