using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>The redirects of one visit. The same address with the same cookies a second time is a circle.</summary>
internal sealed class Route(int most)
{
    private readonly HashSet<(string Url, string? Cookies)> _seen = [];

    public CookieJar Cookies { get; } = new();

    public int Redirects { get; private set; }

    /// <summary>The certificate seen last, or the first bad one: that is where a browser stops.</summary>
    public CertificateFacts? Certificate { get; private set; }

    /// <summary>The last redirect answered; what is known when the visit ends without an answer.</summary>
    public HttpFacts? LastAnswer { get; set; }

    public void Show(CertificateFacts? certificate)
    {
        if (Certificate is not { Problem: not null })
        {
            Certificate = certificate ?? Certificate;
        }
    }

    /// <returns>Why the step cannot be taken; null when it was.</returns>
    public Failure? Step(Uri from, Uri to)
    {
        if (Redirects == 0)
        {
            _seen.Add((from.AbsoluteUri, null));
        }

        if (!_seen.Add((to.AbsoluteUri, Cookies.For(to.IdnHost))))
        {
            return Failures.Of(FailureClass.RedirectLoop, $"the redirects go in a circle at {to.AbsoluteUri}");
        }

        return ++Redirects <= most ? null : Failures.Of(FailureClass.RedirectLoop, $"more than {most} redirects");
    }
}
