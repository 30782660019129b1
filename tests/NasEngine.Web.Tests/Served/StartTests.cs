using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;
using NasEngine.Web.Security;
using NasEngine.Web.Serving;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Served;

/// <summary>What keeps the web view from starting is one sentence.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_workspace_that_is_not_there_is_said() => await ShouldRefuse(
        Options() with { Workspace = "/nowhere/.nas" }, "The workspace '/nowhere/.nas' lies in a folder that does not exist; give the right --workspace.");

    /// <summary>Before the first search of a folder.</summary>
    [Fact]
    public async Task A_workspace_in_which_nothing_began_is_served_and_shows_the_first_search_by_itself()
    {
        var folder = Path.Combine(_workspace.Folder, "new", ".nas");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await using var view = await ServedView.StartAsync(folder);
        (await view.PageAsync("/")).Should().Contain("No searches yet");

        Directory.CreateDirectory(folder);
        using var journal = SearchJournal.OpenToWrite(folder);
        journal.Create(TestWorkspace.Spec("the-first"), new SearchOrigin("1.2.3", "cpu", "abc", [], null), TestWorkspace.Start);

        await view.Watch.RefreshAsync();
        (await view.PageAsync("/")).Should().Contain("the-first").And.NotContain("No searches yet");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await ShouldRefuse(Options() with { Port = port }, $"The port {port} is in use; end what uses it, or give another --port.");
    }

    [Theory]
    [InlineData("example.org", "'example.org' of --listen is no IP address; give one of this machine's, or 0.0.0.0 for all of them.")]
    [InlineData("192.0.2.1", "'192.0.2.1' of --listen is no address of this machine; give one that is, or 0.0.0.0.")]
    public async Task An_address_that_is_not_this_machines_is_said(string address, string expected) =>
        await ShouldRefuse(Options() with { Listen = address }, expected);

    [Fact]
    public void Without_an_address_nothing_but_this_machine_is_listened_to() =>
        ServedHosts.Of(Options()).Addresses.Should().OnlyContain(address => IPAddress.IsLoopback(address)).And.NotBeEmpty();

    /// <summary>As in the .NET tool: what follows is said by the web view itself, of the arguments as they were given.</summary>
    [Fact]
    public async Task The_command_line_that_lies_beside_it_becomes_it()
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "nas.dll"), "serve", "--workspace", "nó where/.nas"])
        {
            RedirectStandardError = true,
        })!;

        var said = await program.StandardError.ReadToEndAsync();

        said.Should().Be("nas: The workspace 'nó where/.nas' lies in a folder that does not exist; give the right --workspace.\n");
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(2);
    }

    private ServeOptions Options() => new(_workspace.Folder, [], null, 0, false);

    private static async Task ShouldRefuse(ServeOptions options, string expected) =>
        (await FluentActions.Awaiting(() => WebServer.ServeAsync(options, CancellationToken.None)).Should().ThrowAsync<InputException>()).Which.Message.Should().Be(expected);
}
