using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Monitor.Web.Guard;

/// <summary>Turns what escaped an endpoint into a problem a person can act on. Nothing of the inside is shown.</summary>
internal sealed class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await Answer(context, exception).ExecuteAsync(context);
        return true;
    }

    private ProblemHttpResult Answer(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                return Problems.Field(json.Path ?? "$", new("JSON 内容不正确。", "The JSON there is not as expected."));
            case BadHttpRequestException bad:
                return Problems.Of(bad.StatusCode, bad.StatusCode == 413 ? "too-large" : "bad-request",
                    bad.StatusCode == 413 ? new("上传内容超过上限。", "The body is over the limit.") : new("请求参数或正文不正确。", bad.Message));
            case TimeoutException:
                log.TimedOut(context.Request.Path, exception);
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "timed-out", new(
                    "值班台没有及时应答，结果未知；请稍后核对。", "The desk did not answer in time; the outcome is not known. Check again shortly."));
            default:
                log.Failed(context.Request.Path, exception);
                return Problems.Of(StatusCodes.Status500InternalServerError, "server-error", new(
                    "服务器出错，已记入日志。", "The server failed; it is in the log."), ("traceId", context.TraceIdentifier));
        }
    }
}
