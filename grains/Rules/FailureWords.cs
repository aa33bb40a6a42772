namespace Monitor.Rules;

/// <summary>What a failure class is called when a person reads it.</summary>
public static class FailureWords
{
    /// <summary>A short phrase that completes “首页打不开：…”.</summary>
    public static Text Words(this FailureClass failure) => failure switch
    {
        FailureClass.DnsNoName => new("域名不存在", "the name does not exist"),
        FailureClass.Dns => new("域名解析失败", "the name could not be resolved"),
        FailureClass.Connect => new("无法建立连接", "no connection"),
        FailureClass.Tls => new("TLS 握手失败", "the TLS handshake failed"),
        FailureClass.CertificateExpired => new("证书已过期", "the certificate has expired"),
        FailureClass.CertificateInvalid => new("证书不可信", "the certificate is not trusted"),
        FailureClass.Timeout => new("15秒内未打开", "not open within 15 s"),
        FailureClass.Http4xx => new("返回 4xx 错误", "answered with a 4xx error"),
        FailureClass.Http5xx => new("返回 5xx 错误", "answered with a 5xx error"),
        FailureClass.Blocked => new("访问被防护设备拦截", "a firewall refuses us"),
        FailureClass.Soft404 => new("返回“页面不存在”", "the page says it does not exist"),
        FailureClass.RedirectLoop => new("重定向过多或循环", "too many redirects, or a circle"),
        FailureClass.TooLarge => new("页面超过 5 MB", "the page is larger than 5 MB"),
        FailureClass.BadEncoding => new("页面编码损坏", "the page is in no readable encoding"),
        FailureClass.Empty => new("页面为空", "the page is empty"),
        FailureClass.Protocol => new("应答中断或不是 HTTP", "the answer broke off or was no HTTP"),
        FailureClass.AddressRefused => new("地址不允许探测", "the address may not be probed"),
        _ => new("未知原因", "for an unknown reason"),
    };
}
