namespace Monitor.Silo.Reading;

/// <summary>
/// The words by which stand-in pages are known, in the normal form of visible text. A line or title counts when nothing
/// but filling words comes before the sign: “抱歉，您访问的页面不存在” does, “网站为何显示页面不存在” is news.
/// A new sign is a new word here.
/// </summary>
internal sealed class StandInSigns
{
    /// <summary>Firewalls and captchas: 创宇盾, 安全狗, 云锁, 网站卫士, 阿里云盾, Cloudflare, WeChat and their kin.</summary>
    public static readonly StandInSigns Refusals = new(
        Words("很 非常 抱歉 对不起 sorry 亲 温馨提示 提示 错误 error 系统 网站 检测到 监测到 由于 因为 因 您 你 的 该 此 本次 当前 客户端 " +
            "网络 ip url 地址 访问 请求 操作 行为 存在 包含 带有 可能 疑似 有 对 已经 已 请 先 为了 正在 进行 下方 以下 完成 通过 输入 页面 web 应用"),
        Words("安全验证 人机验证 访问验证 滑动验证 拼图验证 验证后 验证码 验证以继续 拖动滑块 按住滑块 被拦截 拦截提示 被拒绝 被阻断 被禁止 被封 " +
            "被限制 受限 被系统拦截 被防火墙 被网站管理员设置拦截 过于频繁 太频繁 过频 频率过高 频率过快 频率太快 环境异常 异常访问 异常流量 异常请求 " +
            "攻击行为 不合法的参数 不合法参数 造成安全威胁 存在安全威胁 造成威胁 加入黑名单 被加入黑名单 列入黑名单 在黑名单 网站防火墙 防火墙 创宇盾 知道创宇 安全狗 云锁 网站卫士 d盾 " +
            "accessdenied requestblocked yourrequesthasbeenblocked youhavebeenblocked 403forbidden 405notallowed forbidden " +
            "justamoment attentionrequired!|cloudflare attentionrequired checkingyourbrowser verifyyouarehuman verifyingyouarehuman " +
            "enablejavascriptandcookiestocontinue ddosprotection"));

    /// <summary>Pages that say the asked page is not there.</summary>
    public static readonly StandInSigns Missing = new(
        Words("很 非常 真 抱歉 对不起 不好意思 sorry oops 哎呀 啊哦 亲 错误 提示 error http 404 您 你 的 该 此 这个 当前 现在 要 想 所 正在 试图 " +
            "访问 查找 请求 浏览 查看 打开 页面 网页 文章 栏目 信息 内容 资源 文件 链接 地址 网址 目录 页 或 可能 已经 已 暂时 好像 似乎 并 the page file object"),
        Words("不存在 未找到 没有找到 没找到 未能找到 无法找到 找不到 被删除 已删除 已被删除 被移除 丢失 走丢 跑丢 不见了 已失效 已下线 notfound " +
            "404notfound 404错误 404error 404页面 404- 404 error404 错误404 thepageyou therequestedurl pagenotfound"));

    /// <summary>Marks in the scripts of challenge pages, which make a browser compute a cookie and ask again.</summary>
    public static readonly string[] ChallengeScripts =
    [
        "__jsl_clearance", "acw_sc__v", "$_ts", "probev3.js", "challenge-platform", "cf-browser-verification", "aliyunwaf_",
        "_waf_", "waf_captcha", "yunsuo_session", "TCaptcha.js", "safedog", "/_guard/",
    ];

    private const string Punctuation = "。，,.!！?？:：;…~、-_|–—·()[]【】“”\"'";
    private const string Separators = "-_|–—·";

    private readonly string[] _fillers;
    private readonly string[] _signs;

    private StandInSigns(string[] fillers, string[] signs)
    {
        _fillers = fillers;
        _signs = signs;
    }

    /// <summary>Does the line begin with a sign? A bare number is too little for a line.</summary>
    public bool IsLine(string normalLine) => After(normalLine) is { } rest && rest.Length < normalLine.Length
        && !int.TryParse(normalLine.AsSpan(0, normalLine.Length - rest.Length), out _);

    /// <summary>Is the title, or one of its parts between dashes, a sign and nothing else?</summary>
    public bool IsTitle(string normalTitle)
    {
        foreach (var part in normalTitle.AsSpan().SplitAny(Separators))
        {
            if (After(normalTitle[part]) is { } rest && IsNothingElse(rest))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNothingElse(string rest)
    {
        var left = rest.Trim(Punctuation.ToCharArray());
        return left.Length == 0 || left is "了" || Array.IndexOf(_fillers, left) >= 0 || Array.IndexOf(_signs, left) >= 0;
    }

    /// <summary>What follows the first sign; null when other words come before any sign.</summary>
    private string? After(string text)
    {
        for (var rest = text; rest.Length > 0;)
        {
            if (Array.Find(_signs, sign => rest.StartsWith(sign, StringComparison.Ordinal)) is { } sign)
            {
                return rest[sign.Length..];
            }

            var skip = Punctuation.Contains(rest[0], StringComparison.Ordinal)
                ? 1
                : Array.Find(_fillers, filler => rest.StartsWith(filler, StringComparison.Ordinal))?.Length ?? 0;
            if (skip == 0)
            {
                return null;
            }

            rest = rest[skip..];
        }

        return null;
    }

    /// <summary>Longest first, so that the longer of two signs with one beginning is the one found.</summary>
    private static string[] Words(string words) => [.. words.Split(' ').OrderByDescending(word => word.Length)];
}
