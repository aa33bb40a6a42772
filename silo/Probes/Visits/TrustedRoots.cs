using System.Security.Cryptography.X509Certificates;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Authorities trusted beside the system's. Read once at start.</summary>
internal sealed class TrustedRoots
{
    private readonly X509Certificate2Collection _extra = [];

    public TrustedRoots(ProbeOptions options)
    {
        if (options.TrustedRootsFile.Length > 0)
        {
            _extra.ImportFromPemFile(options.TrustedRootsFile);
        }
    }

    /// <summary>True when the leaf leads to one of these authorities by the certificates it came with.</summary>
    public bool Vouch(X509Certificate2 leaf, X509Chain shown)
    {
        if (_extra.Count == 0)
        {
            return false;
        }

        using var chain = new X509Chain { ChainPolicy = shown.ChainPolicy.Clone() };
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_extra);
        return chain.Build(leaf);
    }
}
