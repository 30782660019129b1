using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NasEngine.Benchmarks.View;

/// <summary>
/// Pages in windows of Debian's browser, drawn and connected. Once they are, the browser gives way to everything else; what it takes all the
/// same, by the shares of its many threads, is counted.
/// </summary>
internal sealed partial class BrowserWindows : IDisposable
{
    private const string IsDrawn = "!!document.querySelector('[data-alive] .main-svg')";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly Process _browser;
    private readonly string _profile = Directory.CreateTempSubdirectory("nas-windows-").FullName;

    /// <summary>Opens a page so many times, and returns when all of them are drawn.</summary>
    /// <exception cref="TimeoutException">They are not within minutes.</exception>
    public BrowserWindows(Uri page, int count)
    {
        _browser = Process.Start(new ProcessStartInfo("/usr/bin/chromium",
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0",
            $"--user-data-dir={_profile}", "about:blank",
        ]) { RedirectStandardError = true })!;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            OpenAsync(page, count, limit.Token).Wait(limit.Token);
            GiveWay();
        }
        catch (Exception problem)
        {
            Dispose();
            throw problem is OperationCanceledException
                ? new TimeoutException($"{count} windows of the browser were not drawn within {Patience.TotalSeconds:0} s; is the machine busy?")
                : problem;
        }
    }

    /// <summary>Seconds of processor that all its processes took.</summary>
    public double ProcessorSeconds => All().Sum(process => process.TotalProcessorTime.TotalSeconds);

    public void Dispose()
    {
        _browser.Kill(entireProcessTree: true);
        _browser.WaitForExit();
        _browser.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task OpenAsync(Uri page, int count, CancellationToken cancellation)
    {
        using var browser = await DebuggedBrowser.ConnectAsync(await ListeningAsync(cancellation), cancellation);
        var sessions = new List<string>();
        for (var window = 0; window < count; window++)
        {
            // In a window of its own a page is seen; of the tabs of one window all but one are hidden, and a hidden page costs nothing.
            var target = await browser.CallAsync(
                "Target.createTarget", new JsonObject { ["url"] = page.ToString(), ["newWindow"] = true }, null, cancellation);
            var session = await browser.CallAsync(
                "Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, null, cancellation);
            sessions.Add((string)session["sessionId"]!);
        }

        using var timer = new PeriodicTimer(Look);
        foreach (var session in sessions)
        {
            while (!await IsDrawnAsync(browser, session, cancellation))
            {
                await timer.WaitForNextTickAsync(cancellation);
            }
        }
    }

    private static async Task<bool> IsDrawnAsync(DebuggedBrowser browser, string session, CancellationToken cancellation)
    {
        var answer = await browser.CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = IsDrawn }, session, cancellation);
        return (bool?)answer["result"]?["value"] == true;
    }

    private async Task<Uri> ListeningAsync(CancellationToken cancellation)
    {
        while (await _browser.StandardError.ReadLineAsync(cancellation) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = _browser.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    /// <summary>All processes of the browser run when nobody else wants to.</summary>
    private void GiveWay()
    {
        foreach (var process in All())
        {
            using var given = Process.Start(new ProcessStartInfo("chrt", ["--all-tasks", "--idle", "--pid", "0", $"{process.Id}"]))!;
            given.WaitForExit();
        }
    }

    private IEnumerable<Process> All() => Process.GetProcessesByName("chromium").Where(IsOfProfile);

    private bool IsOfProfile(Process process)
    {
        try
        {
            return process.Id == _browser.Id
                || File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(_profile, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // It has ended.
        }
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex Listening();
}
