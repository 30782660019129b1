using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NasEngine.Host.Commands;
using NasEngine.Web.Live;
using NasEngine.Web.Security;
using NasEngine.Web.Serving;

namespace NasEngine.Web.Tests.Programs;

/// <summary>The web view of a workspace, on a port that was free.</summary>
internal sealed class ServedView : IAsyncDisposable
{
    /// <summary>Plugins are loaded once for all tests: it takes longer than all else.</summary>
    private static readonly SearchPartsSource Parts = new(new ServeOptions("", [], null, 0, false));

    private readonly WebApplication _app;

    private ServedView(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public WorkspaceWatch Watch => _app.Services.GetRequiredService<WorkspaceWatch>();

    /// <summary>What reads a workspace for the pages, without a server; it looks when it is told to.</summary>
    public static WorkspaceWatch Watching(string workspace) => new(new ServeOptions(workspace, [], null, 0, false), Parts, TimeProvider.System);

    public static async Task<ServedView> StartAsync(string workspace, AccessToken? token = null)
    {
        var app = WebView.Build(new ServeOptions(workspace, [], null, 0, false), token, builder => builder.Services.AddSingleton(Parts));
        await app.StartAsync();
        return new ServedView(app);
    }

    /// <summary>The text of a page, as it is sent before any script runs.</summary>
    public Task<string> PageAsync(string path) => Client.GetStringAsync(path);

    /// <summary>Ends it, as a kill of its process does for browsers.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
