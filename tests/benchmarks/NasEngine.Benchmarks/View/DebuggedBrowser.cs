using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace NasEngine.Benchmarks.View;

/// <summary>A browser that is told what to do by Chromium's debugging protocol: a call at a time, and what it tells besides is read away.</summary>
internal sealed class DebuggedBrowser : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private int _calls;

    private DebuggedBrowser()
    {
    }

    public static async Task<DebuggedBrowser> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var browser = new DebuggedBrowser();
        await browser._socket.ConnectAsync(address, cancellation);
        return browser;
    }

    /// <summary>Calls a method, and returns its result.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="session">The page that it is of; null for the browser.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">The browser refuses.</exception>
    public async Task<JsonNode> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var call = new JsonObject { ["id"] = ++_calls, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            call["sessionId"] = session;
        }

        await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            var answer = await ReadAsync(cancellation);
            if ((int?)answer["id"] == _calls)
            {
                return answer["result"] ?? throw new InvalidOperationException($"Chromium refuses {method}: {answer}");
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonNode> ReadAsync(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var part = new byte[4096];
        WebSocketReceiveResult read;
        do
        {
            read = await _socket.ReceiveAsync(part, cancellation);
            message.Write(part, 0, read.Count);
        }
        while (!read.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
