namespace Monitor.Rules;

/// <summary>Why a probe did not get a usable answer. A class is a fact about the answer, not yet a judgement of the target.</summary>
public enum FailureClass
{
    /// <summary>The name has no address (NXDOMAIN, no A/AAAA record). Permanent: needs no second look.</summary>
    DnsNoName = 1,

    /// <summary>The resolver did not answer or answered SERVFAIL.</summary>
    Dns = 2,

    /// <summary>No TCP connection: refused, reset, unreachable.</summary>
    Connect = 3,

    /// <summary>TCP stood but TLS did not: protocol, cipher, handshake cut.</summary>
    Tls = 4,

    /// <summary>The certificate is past its end. Permanent until renewed.</summary>
    CertificateExpired = 5,

    /// <summary>The certificate is for another name, or its chain is not trusted.</summary>
    CertificateInvalid = 6,

    /// <summary>The whole probe took 15 s or more (国办秘函〔2019〕19号: 超过(含)15秒仍打不开).</summary>
    Timeout = 7,

    /// <summary>A 4xx that is not a blocking answer.</summary>
    Http4xx = 8,

    /// <summary>A 5xx that is not a blocking answer.</summary>
    Http5xx = 9,

    /// <summary>A firewall or captcha refused us (403/405/412/429/521, challenge page). We are blocked; the site may be well.</summary>
    Blocked = 10,

    /// <summary>Status 200 with a page that says it does not exist.</summary>
    Soft404 = 11,

    /// <summary>More than 5 redirects, or a circle.</summary>
    RedirectLoop = 12,

    /// <summary>More than 5 MB after decompression.</summary>
    TooLarge = 13,

    /// <summary>The bytes are no text in any encoding they claim, or compression is broken.</summary>
    BadEncoding = 14,

    /// <summary>The answer has no body, or no visible text and no script.</summary>
    Empty = 15,

    /// <summary>The answer broke off or was no HTTP.</summary>
    Protocol = 16,

    /// <summary>The address is private, loopback, link-local or otherwise not allowed to be probed. Nothing was sent.</summary>
    AddressRefused = 17,
}
