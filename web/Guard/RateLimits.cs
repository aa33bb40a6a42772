using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Monitor.Web.Guard;

/// <summary>How often one person, or one address nobody is signed in at, may ask. Buckets, so a page that opens may burst.</summary>
internal static class RateLimits
{
    /// <summary>Name of the stricter limit of signing in.</summary>
    public const string SignIn = "sign-in";

    public static IServiceCollection AddRateLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options));
        limiter.AddPolicy(SignIn, context => Bucket($"sign-in {Address(context)}", options.SignInsPerMinute));
        limiter.OnRejected = Refuse;
    });

    private static RateLimitPartition<string> Partition(HttpContext context, WebOptions options)
    {
        // Files of the browser program and the questions of machines cost next to nothing and must not fail.
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && !context.Request.Path.StartsWithSegments("/live", StringComparison.Ordinal))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        return context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? Bucket($"user {name}", options.RequestsPerMinute)
            : Bucket($"address {Address(context)}", options.AnonymousRequestsPerMinute);
    }

    private static RateLimitPartition<string> Bucket(string key, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 12),
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
            QueueLimit = 0,
        });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "local";

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancel)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 5;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", new(
            $"请求过于频繁，请 {wait} 秒后再试。", $"Too many requests; try again in {wait} s.")).ExecuteAsync(context.HttpContext);
    }
}
