using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Looks at the one certificate of one handshake, writes down what it is and what is wrong with it, and lets the handshake go on.</summary>
internal sealed class CertificateCheck(TrustedRoots roots, DateTimeOffset at)
{
    public DateTimeOffset At => at;

    /// <summary>What was shown; null when nothing was.</summary>
    public CertificateFacts? Facts { get; private set; }

    public bool Look(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is X509Certificate2 leaf)
        {
            Facts = new(
                Failures.Inert(leaf.Subject), Failures.Inert(leaf.Issuer), Utc(leaf.NotBefore), Utc(leaf.NotAfter),
                leaf.Thumbprint, Problem(leaf, chain, errors));
        }

        return true;
    }

    /// <summary>The failure a certificate is, if it is one. Expiry comes first: it is the owner's to mend and needs no second look.</summary>
    public static Failure? FailureOf(CertificateFacts? facts, DateTimeOffset at) => facts switch
    {
        null or { Problem: null } => null,
        _ when facts.NotAfter <= at => Failures.Of(FailureClass.CertificateExpired, facts.Problem),
        _ => Failures.Of(FailureClass.CertificateInvalid, facts.Problem),
    };

    private string? Problem(X509Certificate2 leaf, X509Chain? chain, SslPolicyErrors errors)
    {
        if (Utc(leaf.NotAfter) <= at)
        {
            return $"expired {Utc(leaf.NotAfter):yyyy-MM-dd HH:mm}Z";
        }

        if (Utc(leaf.NotBefore) > at)
        {
            return $"not valid before {Utc(leaf.NotBefore):yyyy-MM-dd HH:mm}Z";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "issued for another name";
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && (chain is null || !roots.Vouch(leaf, chain))
            ? $"not trusted: {Reasons(chain)}" : null;
    }

    private static string Reasons(X509Chain? chain) =>
        string.Join(", ", (chain?.ChainStatus ?? []).Select(s => s.Status).Distinct());

    private static DateTimeOffset Utc(DateTime local) => new(local.ToUniversalTime());
}
