using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>What a final status says, once redirects and 304 are dealt with.</summary>
internal static class StatusTable
{
    /// <param name="status">HTTP status code.</param>
    /// <param name="signs">What the rest of the answer says about being refused.</param>
    /// <returns>The failure class; null when the answer is usable.</returns>
    public static FailureClass? Judge(int status, BlockSigns signs) => status switch
    {
        // 521 is a home-grown cookie challenge on Chinese delivery networks, but on Cloudflare it says the origin is down.
        521 => signs == BlockSigns.CloudflareOrigin ? FailureClass.Http5xx : FailureClass.Blocked,

        // No home page forbids reading itself: these come from firewalls that take a probe for an attack or count its visits.
        403 or 405 or 412 or 429 => FailureClass.Blocked,

        >= 200 when signs == BlockSigns.Challenge => FailureClass.Blocked,
        >= 200 and < 300 => null,
        >= 400 when signs == BlockSigns.Refusal => FailureClass.Blocked,
        >= 400 and < 500 => FailureClass.Http4xx,
        >= 500 and < 600 => FailureClass.Http5xx,
        _ => FailureClass.Protocol,
    };
}
