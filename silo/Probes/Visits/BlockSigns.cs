using System.Net.Http.Headers;
using System.Text;

namespace Monitor.Silo.Probes.Visits;

/// <summary>What an answer says about us, apart from its status.</summary>
internal enum BlockSigns
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is a test for browsers, whatever the status: script or captcha before the page.</summary>
    Challenge,

    /// <summary>Its words are those of a firewall's refusal; they count on an error page only.</summary>
    Refusal,

    /// <summary>Cloudflare speaks of the server behind it.</summary>
    CloudflareOrigin,
}

/// <summary>Finds the signs in headers and in the opening of the body, in UTF-8 and in GB18030.</summary>
internal static class BlockSignReader
{
    /// <summary>A challenge is a small page; a portal may well link a captcha's script from its sign-in box.</summary>
    private const int SmallPage = 8 * 1024;

    private static readonly byte[][] Challenges =
    [
        .. Both("__jsl_clearance"), .. Both("acw_sc__v2"), .. Both("aliyun_waf_aa"), .. Both("/cdn-cgi/challenge-platform/"),
        .. Both("_guard/auto.js"), .. Both("$_ts=window['$_ts']"), .. Both("$_ts.nsd"), .. Both("TencentCaptcha("),
        .. Both("请完成安全验证"), .. Both("请进行安全验证"), .. Both("正在进行安全检查"), .. Both("人机验证"),
    ];

    private static readonly byte[][] Refusals =
    [
        .. Both("errors.aliyun.com"), .. Both("Web应用防火墙"), .. Both("网站防火墙"), .. Both("云防护"), .. Both("创宇盾"), .. Both("安全狗"), .. Both("云锁"),
        .. Both("请求已被拦截"), .. Both("访问被拦截"), .. Both("已被网站管理员设置拦截"), .. Both("访问被拒绝"), .. Both("访问过于频繁"),
        .. Both("可能对网站造成安全威胁"), .. Both("验证码"), .. Both("captcha"), .. Both("Request blocked"),
    ];

    /// <param name="status">HTTP status code; a usable page is not searched for a refusal's words.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="opening">The opening of the body.</param>
    /// <param name="length">Length of the whole body.</param>
    public static BlockSigns Read(int status, HttpResponseHeaders headers, ReadOnlySpan<byte> opening, long length)
    {
        if (headers.NonValidated.Contains("cf-mitigated"))
        {
            return BlockSigns.Challenge;
        }

        if (length <= SmallPage && HoldsAny(opening, Challenges))
        {
            return BlockSigns.Challenge;
        }

        return status < 400 ? BlockSigns.None
            : HoldsAny(opening, Refusals) ? BlockSigns.Refusal
            : headers.NonValidated.TryGetValues("Server", out var server) && server.ToString() == "cloudflare" ? BlockSigns.CloudflareOrigin
            : BlockSigns.None;
    }

    private static bool HoldsAny(ReadOnlySpan<byte> page, byte[][] words)
    {
        foreach (var word in words)
        {
            if (page.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][] Both(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(word);
        return utf8.AsSpan().SequenceEqual(gb) ? [utf8] : [utf8, gb];
    }
}
