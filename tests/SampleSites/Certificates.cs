using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Monitor.SampleSites;

/// <summary>What is wrong with a certificate.</summary>
public enum SampleCertificate
{
    /// <summary>Nothing, once <see cref="Certificates.RootsPem"/> is trusted.</summary>
    Good,

    Expired,

    NotYetValid,

    WrongName,

    SelfSigned,
}

/// <summary>Certificates made at run time by an authority that exists only as long as this object.</summary>
public sealed class Certificates : IDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _now;
    private readonly List<X509Certificate2> _made = [];

    public Certificates(DateTimeOffset now)
    {
        _now = now;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Sample Sites Authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _authority = request.CreateSelfSigned(now.AddYears(-1), now.AddYears(1));
    }

    /// <summary>The authority, for those who are to trust it.</summary>
    public string RootsPem => _authority.ExportCertificatePem();

    public X509Certificate2 Of(SampleCertificate kind) => kind switch
    {
        SampleCertificate.Good => Make("localhost", _now.AddDays(-10), _now.AddDays(80)),
        SampleCertificate.Expired => Make("localhost", _now.AddDays(-90), _now.AddDays(-2)),
        SampleCertificate.NotYetValid => Make("localhost", _now.AddDays(2), _now.AddDays(90)),
        SampleCertificate.WrongName => Make("www.another.example", _now.AddDays(-10), _now.AddDays(80)),
        _ => Make("localhost", _now.AddDays(-10), _now.AddDays(80), isSelfSigned: true),
    };

    /// <summary>One for localhost and the loopback addresses, or for another name only.</summary>
    public X509Certificate2 Make(string name, DateTimeOffset from, DateTimeOffset until, bool isSelfSigned = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        using var bare = isSelfSigned ? request.CreateSelfSigned(from, until) : Signed(request, key, from, until);

        // A key made in memory only cannot be used by every platform's TLS; a round trip through PKCS#12 can.
        var usable = X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
        _made.Add(usable);
        return usable;
    }

    public void Dispose()
    {
        _made.ForEach(c => c.Dispose());
        _authority.Dispose();
    }

    private X509Certificate2 Signed(CertificateRequest request, ECDsa key, DateTimeOffset from, DateTimeOffset until)
    {
        using var issued = request.Create(_authority, from, until, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
