using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Cluster;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Tests.Programs;
using YamlDotNet.RepresentationModel;

namespace NasEngine.Host.Tests.Launcher;

/// <summary>What is in <c>deploy/</c> is held to the program: nobody runs it here.</summary>
public sealed class DeployTests
{
    private const string Address = "10.0.0.7";

    private static readonly YamlMappingNode[] Manifests = Read();

    private static YamlMappingNode Coordinator => Manifests.Single(one => Text(one, "kind") == "StatefulSet");

    private static YamlMappingNode Workers => Manifests.Single(one => Text(one, "kind") == "Deployment");

    private static YamlMappingNode Service => Manifests.Single(one => Text(one, "kind") == "Service");

    [Fact]
    public void Every_container_runs_the_image_with_a_command_line_that_the_program_takes()
    {
        var containers = new[] { Coordinator, Workers }.SelectMany(Containers).ToArray();

        containers.Select(container => Arguments(container)[0]).Should().Equal("run", "serve", "worker");
        containers.Should().AllSatisfy(container =>
        {
            UsageErrors.ThrowIfAny(Nas.Commands.Parse(Arguments(container)));
            Text(container, "image").Should().Be("nasengine:latest");
            Values(container, "resources", "requests").Should().ContainKeys("cpu", "memory");
            Values(container, "resources", "limits").Should().ContainKey("memory");
        });
        MachineTags.Parse(Option(Containers(Workers).Single(), "--tags")).IsNone.Should().BeFalse();
    }

    [Fact]
    public void Workers_find_the_coordinator_by_its_service_at_the_port_where_it_listens()
    {
        var search = Containers(Coordinator).First();
        var listens = ClusterEndpoint.Parse(Option(search, "--cluster"));
        var joins = ClusterEndpoint.ParseList(Option(Containers(Workers).Single(), "--join")).Single();

        listens.Host.Should().Be(Address, "it goes by the address of its pod");
        joins.Should().Be(new ClusterEndpoint(Text(Service, "metadata", "name"), listens.Port));
        Text(Service, "spec", "clusterIP").Should().Be("None", "then the name leads to that address");
        Text(Service, "spec", "publishNotReadyAddresses").Should().Be("true");
        Text(Coordinator, "spec", "serviceName").Should().Be(joins.Host);
        Text(Coordinator, "spec", "replicas").Should().Be("1");
        foreach (var probe in new[] { "startupProbe", "livenessProbe" })
        {
            Text(search, probe, "tcpSocket", "port").Should().Be("cluster");
        }

        var ports = Containers(Coordinator).SelectMany(container => Each(container, "ports"))
            .ToDictionary(port => Text(port, "name"), port => Text(port, "containerPort"));
        Each(Service, "spec", "ports").ToDictionary(port => Text(port, "name"), port => Text(port, "port")).Should().Equal(ports);
        ports["cluster"].Should().Be(listens.Port.ToString(CultureInfo.InvariantCulture));
        ports["view"].Should().Be(Option(Containers(Coordinator).Last(), "--port"));
        foreach (var one in new[] { Coordinator, Workers })
        {
            Values(one, "spec", "selector", "matchLabels").Should().Equal(Values(one, "spec", "template", "metadata", "labels"));
        }

        Values(Service, "spec", "selector").Should().Equal(Values(Coordinator, "spec", "selector", "matchLabels"));
    }

    [Fact]
    public void Certificates_journal_and_data_are_where_the_command_lines_look_for_them()
    {
        foreach (var one in new[] { Coordinator, Workers })
        {
            var secret = Each(one, "spec", "template", "spec", "volumes").Single(volume => Text(volume, "name") == "certificates");
            Each(secret, "secret", "items").Select(item => (Text(item, "key"), Text(item, "path"))).Should().Equal(
                (ClusterCertificates.Authority, ClusterCertificates.Authority), (ClusterCertificates.Node, ClusterCertificates.Node));
            Mounts(Containers(one).First())[Option(Containers(one).First(), "--certificate")].Should().Be("certificates");
            var volumes = Each(one, "spec", "template", "spec", "volumes").Select(volume => Text(volume, "name"))
                .Concat(one.Children.ContainsKey("spec") ? Each(one, "spec", "volumeClaimTemplates").Select(claim => Text(claim, "metadata", "name")) : []);
            Containers(one).SelectMany(container => Mounts(container).Values).Should().BeSubsetOf(volumes);
        }

        var search = Containers(Coordinator).First();
        Mounts(search)[Option(search, "--data")].Should().Be("data");
        var claims = Each(Coordinator, "spec", "volumeClaimTemplates").Select(claim => Text(claim, "metadata", "name"));
        foreach (var container in Containers(Coordinator))
        {
            var volume = Mounts(container).Single(mount => Option(container, "--workspace").StartsWith(mount.Key + "/", StringComparison.Ordinal)).Value;
            claims.Should().Contain(volume, "the journal outlives the pod");
        }

        var guide = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "README.md"));
        guide.Should().Contain($"--from-file=certificates/{ClusterCertificates.Authority} --from-file=certificates/{ClusterCertificates.Node}")
            .And.NotContain($"--from-file=certificates/{ClusterCertificates.AuthorityKey}", "who has it can let machines in");
    }

    [Fact]
    public void The_image_is_made_of_what_there_is_and_starts_the_program()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "Containerfile"));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToArray();

        copied.Should().AllSatisfy(source => Path.Exists(Path.Combine(Repository.Root, source)).Should().BeTrue("of {0}", source));
        copied.Should().Contain(Directory.GetFiles(Repository.Root).Select(Path.GetFileName)
            .Where(file => file!.EndsWith(".props", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal)), "each is read by every build");
        var entry = Regex.Match(string.Join('\n', lines), "ENTRYPOINT \\[\"(.*)/(.*)\"\\]");
        entry.Groups[2].Value.Should().Be("nas");
        lines.Should().Contain(line => line.Contains($"--tool-path {entry.Groups[1].Value} ", StringComparison.Ordinal));
        lines.Should().Contain($"COPY --from=build {entry.Groups[1].Value} {entry.Groups[1].Value}");
        var standard = Regex.Match(string.Join('\n', lines), "CMD \\[\"(.*)\"\\]").Groups[1].Value;
        UsageErrors.ThrowIfAny(Nas.Commands.Parse(standard.Split("\", \"")));
    }

    private static YamlMappingNode[] Read()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "deploy", "kubernetes.yaml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        return [.. yaml.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    private static IEnumerable<YamlMappingNode> Containers(YamlMappingNode one) => Each(one, "spec", "template", "spec", "containers");

    private static IEnumerable<YamlMappingNode> Each(YamlMappingNode one, params string[] path) =>
        At(one, path) is YamlSequenceNode sequence ? sequence.Children.Cast<YamlMappingNode>() : [];

    private static Dictionary<string, string> Mounts(YamlMappingNode container) =>
        Each(container, "volumeMounts").ToDictionary(mount => Text(mount, "mountPath"), mount => Text(mount, "name"));

    private static Dictionary<string, string> Values(YamlMappingNode one, params string[] path) =>
        ((YamlMappingNode)At(one, path)!).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!);

    private static string Text(YamlMappingNode one, params string[] path) => ((YamlScalarNode)At(one, path)!).Value!;

    private static YamlNode? At(YamlMappingNode one, params string[] path) => path.Aggregate(
        (YamlNode?)one, (node, name) => (node as YamlMappingNode)?.Children.TryGetValue(name, out var inner) == true ? inner : null);

    private static string Option(YamlMappingNode container, string name)
    {
        var arguments = Arguments(container);
        return arguments[Array.IndexOf(arguments, name) + 1];
    }

    /// <summary>What the container is started with, its variables as Kubernetes fills them in.</summary>
    private static string[] Arguments(YamlMappingNode container)
    {
        var variables = Each(container, "env").ToDictionary(one => Text(one, "name"), one => Text(one, "valueFrom", "fieldRef", "fieldPath") switch
        {
            "status.podIP" => Address,
            "metadata.name" => "nas-worker-0",
            var other => throw new InvalidOperationException($"'{other}' is not known of a pod."),
        });
        return [.. ((YamlSequenceNode)At(container, "args")!).Children.Select(argument =>
            Regex.Replace(((YamlScalarNode)argument).Value!, @"\$\((\w+)\)", found => variables[found.Groups[1].Value]))];
    }
}
