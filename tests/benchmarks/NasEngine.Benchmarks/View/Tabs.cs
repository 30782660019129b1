using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NasEngine.Benchmarks.View;

/// <summary>Pages that are open in Debian's browser, which gives way to everything else: it stands for those of other machines.</summary>
internal sealed partial class Tabs : IDisposable
{
    private readonly Process _browser;
    private readonly string _profile = Directory.CreateTempSubdirectory("nas-tabs-").FullName;

    /// <summary>Opens a page so many times.</summary>
    public Tabs(Uri page, int count)
    {
        var start = new ProcessStartInfo("chrt",
        [
            "--idle", "0", "/usr/bin/chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0",
            $"--user-data-dir={_profile}", "about:blank",
        ]) { RedirectStandardError = true };
        _browser = Process.Start(start)!;
        var listening = new TaskCompletionSource<string>();
        _browser.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("Chromium ended before it listened."));
            }
            else if (Listening().Match(line.Data) is { Success: true } match)
            {
                listening.TrySetResult(match.Groups[1].Value);
            }
        };
        _browser.BeginErrorReadLine();
        var address = listening.Task.Result;
        using var client = new HttpClient();
        for (var tab = 0; tab < count; tab++)
        {
            client.PutAsync($"http://{address}/json/new?{Uri.EscapeDataString(page.ToString())}", null).Result.EnsureSuccessStatusCode();
        }
    }

    public void Dispose()
    {
        _browser.Kill(entireProcessTree: true);
        _browser.WaitForExit();
        _browser.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    [GeneratedRegex(@"ws://([^/]+)/")]
    private static partial Regex Listening();
}
