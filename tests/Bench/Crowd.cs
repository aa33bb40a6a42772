using System.Globalization;
using System.Text;

namespace Monitor.Bench;

/// <summary>Websites to probe, played by another process so that serving them is not counted as probing them.</summary>
internal sealed class Crowd : IDisposable
{
    /// <summary>Loopback addresses the sites are spread over, so that neither politeness nor the range of local ports is what gets measured.</summary>
    public const int Hosts = 64;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string _register = Path.Combine(Path.GetTempPath(), $"monitor-bench-{Guid.NewGuid():N}.csv");
    private readonly int _sites;
    private readonly int _port = Child.FreePort();
    private readonly Child _process;

    private Crowd(int sites)
    {
        _sites = sites;
        _process = Child.Start(Places.Self, ["crowd", _port.ToString(CultureInfo.InvariantCulture)]);
    }

    public static string Host(int site) => $"127.0.1.{(site % Hosts) + 1}";

    public static async Task<Crowd> Start(int sites, CancellationToken cancel)
    {
        var crowd = new Crowd(sites);
        while (!crowd._process.Said().Contains("ready", StringComparison.Ordinal))
        {
            if (crowd._process.Ended)
            {
                throw new InvalidOperationException($"The crowd did not start:\n{crowd._process.Said()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        }

        return crowd;
    }

    public Uri Page(int site) => new($"http://{Host(site)}:{_port}/site/{site}");

    public Task Break(int site, CancellationToken cancel) => Tell("break", site, cancel);

    public Task Repair(int site, CancellationToken cancel) => Tell("repair", site, cancel);

    /// <summary>Writes the register of these sites and says where it is.</summary>
    /// <param name="every">轮询间隔 in seconds.</param>
    public string Register(int every)
    {
        var text = new StringBuilder("网站标识码,网站名称,首页网址,主办单位,主管单位,级别,是否门户,轮询间隔\n");
        for (var site = 0; site < _sites; site++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{5100000000 + site},试验市人民政府门户网站,{Page(site)},试验单位,试验办公室,县,否,{every}\n");
        }

        File.WriteAllText(_register, text.ToString());
        return _register;
    }

    public void Dispose()
    {
        _process.Dispose();
        _http.Dispose();
        File.Delete(_register);
    }

    private async Task Tell(string what, int site, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync(new Uri($"http://{Host(site)}:{_port}/{what}/{site}"), cancel);
        answer.EnsureSuccessStatusCode();
    }
}
