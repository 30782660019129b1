using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Tests;

/// <summary>Strangers at the port of a coordinator.</summary>
public sealed class TransportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-tls-").FullName;

    [Fact]
    public async Task Strangers_get_nothing_and_harm_nothing()
    {
        await using var cluster = new TestCluster();
        ClusterCertificates.Create(Path.Combine(_folder, "foreign"), 30, TimeProvider.System);
        using var foreign = X509Certificate2.CreateFromPemFile(Path.Combine(_folder, "foreign", ClusterCertificates.Node));
        using var own = X509Certificate2.CreateFromPemFile(Path.Combine(cluster.Folder, "tls", ClusterCertificates.Node));

        (await IsLetIn(cluster.Coordinator.Endpoint, null)).Should().BeFalse("it shows no certificate");
        (await IsLetIn(cluster.Coordinator.Endpoint, foreign)).Should().BeFalse("its certificate is another authority's");
        (await IsLetIn(cluster.Coordinator.Endpoint, own)).Should().BeTrue("the others are turned away by their certificates alone");
        await SpeakGarbage(cluster.Coordinator.Endpoint);

        _ = cluster.Node("a", () => new FakeWorker());
        await using var connection = cluster.Connect();
        (await connection.StartAsync(cluster.Configure(), default)).Should().NotBeEmpty();
        cluster.Notes.Where(note => note.StartsWith("Node", StringComparison.Ordinal)).Should().Equal("Node 'a' joined with 1 slot.");
    }

    [Fact]
    public void Only_certificates_of_the_authority_that_are_valid_now_are_believed()
    {
        ClusterCertificates.Create(Path.Combine(_folder, "own"), 30, TimeProvider.System);
        ClusterCertificates.Create(Path.Combine(_folder, "past"), 1, new Past());
        var own = ClusterTls.Read(Path.Combine(_folder, "own"));
        File.Copy(Path.Combine(_folder, "past", ClusterCertificates.Node), Path.Combine(_folder, "expired.pem"));
        using var past = X509Certificate2.CreateFromPemFile(Path.Combine(_folder, "expired.pem"));

        own.Believes(null).Should().BeFalse();
        own.Believes(past).Should().BeFalse();
        var expired = () => ClusterTls.Read(Path.Combine(_folder, "past"));
        expired.Should().Throw<InputException>().WithMessage("*expired*nas cluster init*");
    }

    [Fact]
    public void Certificates_are_never_overwritten_and_their_keys_are_the_users_alone()
    {
        ClusterCertificates.Create(_folder, 30, TimeProvider.System);
        var again = () => ClusterCertificates.Create(_folder, 30, TimeProvider.System);

        again.Should().Throw<InputException>().WithMessage("*ca.pem' is there already*");
        foreach (var secret in new[] { ClusterCertificates.AuthorityKey, ClusterCertificates.Node })
        {
            File.GetUnixFileMode(Path.Combine(_folder, secret)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Without_certificates_only_this_machine_may_join()
    {
        var open = () => ClusterCoordinator.MustBeSafe(new ClusterEndpoint("10.0.0.5", 7788), null);

        open.Should().Throw<InputException>().WithMessage("*10.0.0.5:7788*--no-tls*loopback*");
        ClusterCoordinator.MustBeSafe(new ClusterEndpoint("127.0.0.1", 7788), null);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Whether the other side keeps the connection: it waits for the first word of who connects, and closes it on strangers.</summary>
    private static async Task<bool> IsLetIn(ClusterEndpoint endpoint, X509Certificate2? certificate)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        await using var tls = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "node",
                ClientCertificates = certificate is null ? null : [certificate],
            });
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            return await tls.ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception problem) when (problem is IOException or AuthenticationException)
        {
            return false;
        }
    }

    private static async Task SpeakGarbage(ClusterEndpoint endpoint)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        var garbage = new byte[4096];
        new Random(5).NextBytes(garbage);
        await client.GetStream().WriteAsync(garbage);
        try
        {
            while (await client.GetStream().ReadAsync(garbage) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The other side has had enough.
        }
    }

    private sealed class Past : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
