using System.Net.Http.Headers;
using Monitor.Grains;
using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>One hop to be asked: where, over which connection, after how many redirects, with which cookies.</summary>
internal readonly record struct Hop(Uri Url, Connected Way, int Redirects, string? Cookies);

/// <summary>What a hop said: the end of the visit in <see cref="Seen"/>, or where to go on.</summary>
internal readonly record struct Answer(Visited? Seen, HttpResponseHeaders? Headers = null, Uri? Location = null, HttpFacts? Redirect = null);

/// <summary>Asks one question over one connection and takes the answer in, within its bounds.</summary>
internal sealed class Exchange(ProbeOptions options, Wire.Box wires)
{
    public async Task<Answer> Ask(ProbeRun run, Hop hop, bool keep, CancellationToken cancel)
    {
        await using var stream = hop.Way.Stream!;
        using var request = Question(run.Order, hop);
        var wire = wires.Take();
        var isClean = false;
        try
        {
            run.Trace.Enter(Phase.FirstByte);
            using var response = await wire.Send(request, stream, cancel);
            run.Trace.Enter(Phase.Body);
            var answer = await Hear(run, hop, response, keep, cancel);
            isClean = answer.Seen is { Failure: null };
            return answer;
        }
        catch (Exception e) when (Failures.IsTheirs(e))
        {
            return new(new Visited(Failures.Broken(e)));
        }
        finally
        {
            run.Trace.Leave();
            if (isClean)
            {
                wires.Return(wire);
            }
            else
            {
                wire.Dispose();
            }
        }
    }

    private async Task<Answer> Hear(ProbeRun run, Hop hop, HttpResponseMessage response, bool keep, CancellationToken cancel)
    {
        var facts = Facts(hop, response);
        var last = run.Order.LastRead;
        if (facts.Status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
        {
            return new(null, response.Headers, location, facts);
        }

        if (facts.Status == 304 && last is not null && IsConditional(last, hop.Url))
        {
            var same = facts with { Bytes = last.Bytes, BodyHash = last.BodyHash, ETag = facts.ETag ?? last.ETag, LastModified = facts.LastModified ?? last.LastModified };
            return new(new Visited(null) { Http = same, FinalUrl = hop.Url, Unchanged = true });
        }

        var seen = await TakeIn(facts, hop.Url, response, last, keep, cancel);
        if (seen is { Failure: null, Body: { } body } && PageRedirect.Find(body.Kept.Span, body.Length) is { } onward)
        {
            body.Dispose();
            return new(null, response.Headers, onward, facts);
        }

        return new(seen);
    }

    private async Task<Visited> TakeIn(
        HttpFacts facts, Uri url, HttpResponseMessage response, HttpFacts? last, bool keep, CancellationToken cancel)
    {
        var body = new Body(keep, isHashed: keep || last is not null, options.MaxBodyBytes);
        try
        {
            var broken = await Read(body, response, facts.Status, cancel);
            facts = facts with { Bytes = body.Length, BodyHash = body.Hash };
            var failure = FailureOf(facts, response, body, broken);
            return new(failure)
            {
                Http = facts,
                FinalUrl = url,
                Body = body,
                ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
                Unchanged = failure is null && facts.BodyHash is { } hash && hash == last?.BodyHash,
            };
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private async ValueTask<Failure?> Read(Body body, HttpResponseMessage response, int status, CancellationToken cancel)
    {
        try
        {
            await using var plain = await Decoding.Plain(response.Content, options.MaxBodyBytes, cancel);
            if (plain is null)
            {
                return Failures.Of(FailureClass.BadEncoding, $"compressed as {string.Join(", ", response.Content.Headers.ContentEncoding)}, which nobody asked for");
            }

            await (status is >= 200 and < 300 ? body.ReadAll(plain, cancel) : body.ReadOpening(plain, cancel));
            return body.TooLarge ? TooLarge() : null;
        }
        catch (BodyTooLargeException)
        {
            return TooLarge();
        }
        catch (Exception e) when (e is InvalidDataException || (e is InvalidOperationException && response.Content.Headers.ContentEncoding.Count > 0))
        {
            return Failures.Of(FailureClass.BadEncoding, $"the compressed body is broken: {e.Message}");
        }
        catch (Exception e) when (Failures.IsTheirs(e))
        {
            return Failures.Broken(e);
        }
    }

    private Failure TooLarge() => Failures.Of(FailureClass.TooLarge, $"the body is larger than {options.MaxBodyBytes} bytes");

    /// <summary>The status speaks first; a body that broke off on an error page changes nothing about the error.</summary>
    private static Failure? FailureOf(HttpFacts facts, HttpResponseMessage response, Body body, Failure? broken)
    {
        var signs = BlockSignReader.Read(facts.Status, response.Headers, body.Kept.Span, body.Length);
        if (StatusTable.Judge(facts.Status, signs) is { } kind)
        {
            return Failures.Of(kind, $"{facts.Status} {response.ReasonPhrase}");
        }

        return broken ?? (facts.Bytes == 0 ? Failures.Of(FailureClass.Empty, $"{facts.Status} without a body") : null);
    }

    private static HttpFacts Facts(Hop hop, HttpResponseMessage response) => new(
        (int)response.StatusCode, hop.Url.AbsoluteUri, hop.Redirects, hop.Way.Address?.ToString(), 0, null,
        One(response.Headers, "ETag"), One(response.Content.Headers, "Last-Modified"));

    private static string? One(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 300 } text
            && text.All(c => c is >= ' ' and <= '~') ? text : null;

    private HttpRequestMessage Question(ProbeOrder order, Hop hop)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Wire.Address(hop.Url));
        var headers = request.Headers;
        headers.TryAddWithoutValidation("Host", hop.Url.Authority);
        headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        headers.TryAddWithoutValidation("Accept-Encoding", Decoding.Accepted);
        headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
        headers.TryAddWithoutValidation("Connection", "close");
        if (hop.Cookies is { } cookies)
        {
            headers.TryAddWithoutValidation("Cookie", cookies);
        }

        if (order.LastRead is { } last && IsConditional(last, hop.Url))
        {
            Condition(headers, last);
        }

        return request;
    }

    private static void Condition(HttpRequestHeaders headers, HttpFacts last)
    {
        if (last.ETag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (last.LastModified is { } modified)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }
    }

    /// <summary>Only the page that was read may be asked for conditionally; a redirect may lead elsewhere today.</summary>
    private static bool IsConditional(HttpFacts last, Uri url) =>
        last.BodyHash is not null && (last.ETag ?? last.LastModified) is not null && last.FinalUrl == url.AbsoluteUri;
}
