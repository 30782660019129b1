using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.FileProviders;
using MudBlazor.Services;
using NasEngine.Host.Commands;
using NasEngine.Web.Acting;
using NasEngine.Web.Components;
using NasEngine.Web.Live;
using NasEngine.Web.Security;

namespace NasEngine.Web.Serving;

/// <summary>Puts the web view together. Nothing of it comes from the environment: what is not said here does not happen.</summary>
internal static class WebView
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(2);

    /// <summary>The application, not yet started.</summary>
    /// <param name="options">How it is served.</param>
    /// <param name="token">What browsers must show; null for nothing.</param>
    /// <param name="adjust">Changes the builder at last; for tests.</param>
    public static WebApplication Build(ServeOptions options, AccessToken? token, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // A page that fails is told where the server was started; what browsers do when they leave is not.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter((category, level) =>
                level >= LogLevel.Error && category?.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) == true);
        var hosts = ServedHosts.Of(options);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, hosts, options.Port));
        Add(builder.Services, options, hosts);
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseHostFiltering();
        SecurityHeaders.Use(app);
        OwnOrigin.Use(app);
        token?.Use(app);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        app.UseRouting();
        app.UseAntiforgery();
        Downloads.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = "'none'");
        return app;
    }

    private static void Add(IServiceCollection services, ServeOptions options, ServedHosts hosts)
    {
        services.Configure<HostFilteringOptions>(filter => (filter.AllowedHosts, filter.AllowEmptyHosts) = ([.. hosts.Names], false));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        services.AddHostFiltering(_ => { });
        services.AddRoutingCore();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(forgery => forgery.Cookie.SameSite = SameSiteMode.Strict);
        services.AddRazorComponents().AddInteractiveServerComponents(
            circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1));
        services.AddMudServices().AddScoped<BrowserSide>();
        services.AddSingleton(options).AddSingleton(TimeProvider.System);
        services.AddSingleton<SearchPartsSource>().AddSingleton<WorkspaceWatch>().AddSingleton<WorthSource>().AddSingleton<SearchActions>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkspaceWatch>());
    }

    private static void Listen(KestrelServerOptions kestrel, ServedHosts hosts, int port)
    {
        kestrel.AddServerHeader = false;
        foreach (var address in port == 0 ? hosts.Addresses.Take(1) : hosts.Addresses)
        {
            kestrel.Listen(address, port);
        }
    }
}
