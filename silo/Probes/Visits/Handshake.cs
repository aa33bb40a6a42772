using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Speaks TLS with whoever answers. The handshake goes on whatever the certificate says, so that a bad one is recorded and the page behind it still seen.</summary>
internal sealed class Handshake(TrustedRoots roots, TimeProvider clock)
{
    public async ValueTask<Connected> Shake(Stream plain, string host, CancellationToken cancel)
    {
        var check = new CertificateCheck(roots, clock.GetUtcNow());
        var secured = new SslStream(plain, leaveInnerStreamOpen: false);
        try
        {
            await secured.AuthenticateAsClientAsync(Terms(host, check), cancel);
            return new(secured, null, check.Facts, null);
        }
        catch (Exception e) when (Failures.IsTheirs(e))
        {
            await secured.DisposeAsync();
            return new(null, null, check.Facts, Failures.Handshake(e));
        }
        catch
        {
            await secured.DisposeAsync();
            throw;
        }
    }

    private static SslClientAuthenticationOptions Terms(string host, CertificateCheck check) => new()
    {
        TargetHost = host,
#pragma warning disable CA5359 // To look at bad certificates is the purpose; nothing secret is ever sent.
        RemoteCertificateValidationCallback = check.Look,
#pragma warning restore CA5359
        CertificateChainPolicy = new X509ChainPolicy
        {
            // A certificate names the places its revocation list and issuer can be fetched from; a stranger must not send us there.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = check.At.UtcDateTime,
            VerificationTimeIgnored = false,
        },
    };
}
