using System.Collections.Immutable;
using System.Text;
using Monitor.Rules;
using Monitor.Silo.Reading;

namespace Monitor.Silo.Tests.Reading;

/// <summary>Reads small pages written in the tests themselves, on one day: Sunday 2026-11-22.</summary>
internal static class Pages
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly Uri Home = new("http://www.lanting.gov.cn/");

    public static PageReading Read(string html, params string[] keywords) =>
        PageReader.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Home, [.. keywords], Today);

    public static PageReading Read(byte[] body, string? contentType) =>
        PageReader.Read(body, contentType, Home, ImmutableArray<string>.Empty, Today);

    public static PageFacts Facts(string html, params string[] keywords)
    {
        var reading = Read(html, keywords);
        return reading.IsPage ? reading.Facts : throw new InvalidOperationException($"Read as {reading.Failure}.");
    }

    /// <summary>The facts of a page whose body is a list among enough text to be a page.</summary>
    public static PageFacts Body(string body) => Facts($"<html><head><title>兰亭县人民政府</title></head><body>{body}</body></html>");
}
