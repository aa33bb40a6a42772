using System.Collections.Immutable;

namespace Monitor.Rules;

/// <summary>What one probe saw of one target at one moment: facts only, no judgement.</summary>
/// <param name="At">When the probe started.</param>
/// <param name="Failure">Why there is no usable answer; null when there is one.</param>
/// <param name="Phases">Where the time went.</param>
/// <param name="Http">The last answer, when any came.</param>
/// <param name="Certificate">The certificate the target showed, recorded even when it is bad.</param>
/// <param name="Page">What the page says; null when it was not read or its body is <see cref="Unchanged"/>.</param>
/// <param name="Unchanged">The body has the same hash as the one last read, or the server said 304.</param>
/// <param name="Sighted">False when we ourselves could not see at this moment; nothing may be blamed on the target then.</param>
[GenerateSerializer, Immutable, Alias("monitor.observation")]
public sealed record Observation(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] Failure? Failure,
    [property: Id(2)] Phases Phases,
    [property: Id(3)] HttpFacts? Http = null,
    [property: Id(4)] CertificateFacts? Certificate = null,
    [property: Id(5)] PageFacts? Page = null,
    [property: Id(6)] bool Unchanged = false,
    [property: Id(7)] bool Sighted = true);

/// <summary>A failure with the words of whoever reported it, shortened to 200 characters; never markup.</summary>
[GenerateSerializer, Immutable, Alias("monitor.failure")]
public sealed record Failure(
    [property: Id(0)] FailureClass Class,
    [property: Id(1)] string Detail);

/// <summary>Time spent per phase; null for a phase that did not happen. <see cref="Total"/> runs from start to the last byte or the failure.</summary>
[GenerateSerializer, Immutable, Alias("monitor.phases")]
public sealed record Phases(
    [property: Id(0)] TimeSpan? Dns,
    [property: Id(1)] TimeSpan? Connect,
    [property: Id(2)] TimeSpan? Tls,
    [property: Id(3)] TimeSpan? FirstByte,
    [property: Id(4)] TimeSpan? Body,
    [property: Id(5)] TimeSpan Total);

/// <summary>The last answer of a probe.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="FinalUrl">Where the redirects ended.</param>
/// <param name="Redirects">How many there were, 0 to 5.</param>
/// <param name="Address">The IP address that answered.</param>
/// <param name="Bytes">Body length after decompression.</param>
/// <param name="BodyHash">SHA-256 of the body in lower-case hex; null when no whole body came, or when the probe neither read nor compared it.</param>
/// <param name="ETag">As sent, for the next conditional request.</param>
/// <param name="LastModified">As sent, for the next conditional request.</param>
[GenerateSerializer, Immutable, Alias("monitor.http-facts")]
public sealed record HttpFacts(
    [property: Id(0)] int Status,
    [property: Id(1)] string FinalUrl,
    [property: Id(2)] int Redirects,
    [property: Id(3)] string? Address,
    [property: Id(4)] long Bytes,
    [property: Id(5)] string? BodyHash,
    [property: Id(6)] string? ETag,
    [property: Id(7)] string? LastModified);

/// <summary>The leaf certificate as shown in the handshake.</summary>
/// <param name="Problem">Why it would not be trusted (name mismatch, chain, expired), or null.</param>
[GenerateSerializer, Immutable, Alias("monitor.certificate-facts")]
public sealed record CertificateFacts(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Issuer,
    [property: Id(2)] DateTimeOffset NotBefore,
    [property: Id(3)] DateTimeOffset NotAfter,
    [property: Id(4)] string Thumbprint,
    [property: Id(5)] string? Problem);

/// <summary>What the reader found on a page: small, inert facts that rules judge.</summary>
/// <param name="Title">Visible title, white space folded, at most 200 characters.</param>
/// <param name="Encoding">The encoding the page was read in, e.g. utf-8 or gb18030.</param>
/// <param name="TextLength">Characters of visible text.</param>
/// <param name="Latest">The newest dated item that is not in the future; null when the page shows no date.</param>
/// <param name="DatedItems">How many dated items the page shows.</param>
/// <param name="ImpossibleDates">Dates that cannot be (2121.6.6, 02-30), as written, at most 20; reported, never repaired.</param>
/// <param name="OutsideHosts">Hosts of other sites that links lead to, sorted, distinct, at most 200.</param>
/// <param name="MissingKeywords">Those of the asked keywords that the visible text does not contain.</param>
/// <param name="SiteName">The SiteName meta tag, when present.</param>
[GenerateSerializer, Immutable, Alias("monitor.page-facts")]
public sealed record PageFacts(
    [property: Id(0)] string Title,
    [property: Id(1)] string Encoding,
    [property: Id(2)] int TextLength,
    [property: Id(3)] DatedItem? Latest,
    [property: Id(4)] int DatedItems,
    [property: Id(5)] ImmutableArray<string> ImpossibleDates,
    [property: Id(6)] ImmutableArray<string> OutsideHosts,
    [property: Id(7)] ImmutableArray<string> MissingKeywords,
    [property: Id(8)] string? SiteName = null);

/// <summary>One list item with the date the page shows for it.</summary>
[GenerateSerializer, Immutable, Alias("monitor.dated-item")]
public sealed record DatedItem(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] string Title,
    [property: Id(2)] string? Link);
