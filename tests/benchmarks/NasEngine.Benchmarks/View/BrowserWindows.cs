using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NasEngine.Benchmarks.View;

/// <summary>Pages in windows of Debian's browser, which gives way to everything else: it stands for those of other machines.</summary>
internal sealed partial class BrowserWindows : IDisposable
{
    private readonly Process _browser;
    private readonly string _profile = Directory.CreateTempSubdirectory("nas-windows-").FullName;

    /// <summary>Opens a page so many times.</summary>
    public BrowserWindows(Uri page, int count)
    {
        var start = new ProcessStartInfo("chrt",
        [
            "--idle", "0", "/usr/bin/chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0",
            $"--user-data-dir={_profile}", "about:blank",
        ]) { RedirectStandardError = true };
        _browser = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>();
        _browser.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("Chromium ended before it listened."));
            }
            else if (Listening().Match(line.Data) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Value));
            }
        };
        _browser.BeginErrorReadLine();
        using var client = new ClientWebSocket();
        client.ConnectAsync(listening.Task.Result, CancellationToken.None).Wait();
        for (var window = 1; window <= count; window++)
        {
            // In a window of its own a page is seen; of the tabs of one window all but one are hidden, and a hidden page costs nothing.
            Call(client, new { id = window, method = "Target.createTarget", @params = new { url = page, newWindow = true } });
        }
    }

    private static void Call(ClientWebSocket client, object command)
    {
        client.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, true, CancellationToken.None).Wait();
        var answer = new byte[4096];
        var length = client.ReceiveAsync(answer, CancellationToken.None).Result.Count;
        using var read = JsonDocument.Parse(answer.AsMemory(0, length));
        if (!read.RootElement.TryGetProperty("result", out _))
        {
            throw new InvalidOperationException($"Chromium opened no window: {read.RootElement}");
        }
    }

    public void Dispose()
    {
        _browser.Kill(entireProcessTree: true);
        _browser.WaitForExit();
        _browser.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex Listening();
}
