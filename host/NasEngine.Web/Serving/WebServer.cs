using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Pipeline.Journal;
using NasEngine.Web.Security;

namespace NasEngine.Web.Serving;

/// <summary>Serves the web view until it is interrupted.</summary>
internal static class WebServer
{
    /// <summary>Serves; prints the address once it can be opened.</summary>
    /// <exception cref="InputException">There is no such folder, or the port is taken.</exception>
    public static async Task ServeAsync(ServeOptions options, CancellationToken cancellation)
    {
        var later = HasJournal(options.Workspace) ? "" : " None has begun there yet; one that does appears by itself.";
        var token = options.Listen is null ? null : AccessToken.Drawn();
        var app = WebView.Build(options, token);
        await using (app.ConfigureAwait(false))
        {
            await StartAsync(app, options, cancellation).ConfigureAwait(false);
            var address = Address(app, token);
            Console.WriteLine($"The searches of '{options.Workspace}' are at {address}; Ctrl-C ends this, and no search.{later}");
            if (options.Open && Browser.Open(address) is { } problem)
            {
                Console.Error.WriteLine(problem);
            }

            await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Whether something was searched in a workspace; it may be opened before that, where it can begin.</summary>
    private static bool HasJournal(string workspace)
    {
        using var journal = SearchJournal.OpenToFollow(workspace);
        return journal is not null || Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(workspace)))
            ? journal is not null
            : throw new InputException($"The workspace '{workspace}' lies in a folder that does not exist; give the right --workspace.");
    }

    private static async Task StartAsync(WebApplication app, ServeOptions options, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException problem) when (
            problem.InnerException is AddressInUseException || Refused(problem) is SocketError.AddressAlreadyInUse)
        {
            throw new InputException($"The port {options.Port} is in use; end what uses it, or give another --port.", problem);
        }
        catch (Exception problem) when (Refused(problem) is SocketError.AddressNotAvailable)
        {
            throw new InputException(
                $"'{options.Listen}' of --listen is no address of this machine; give one that is, or 0.0.0.0.", problem);
        }
        catch (Exception problem) when (Refused(problem) is SocketError.AccessDenied)
        {
            throw new InputException($"The port {options.Port} may not be used by this user; give a --port from 1024 on.", problem);
        }
    }

    private static SocketError? Refused(Exception? problem) => problem switch
    {
        null => null,
        SocketException socket => socket.SocketErrorCode,
        _ => Refused(problem.InnerException),
    };

    private static string Address(WebApplication app, AccessToken? token)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var port = new Uri(bound.First().Replace("[::]", "localhost", StringComparison.Ordinal).Replace(
            "0.0.0.0", "localhost", StringComparison.Ordinal)).Port;
        return string.Create(
            CultureInfo.InvariantCulture, $"http://localhost:{port}/{(token is null ? "" : $"?{AccessToken.Parameter}={token.Text}")}");
    }
}
