using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Networks;

/// <summary>
/// A hash of what a network computes: the same for networks that differ only in the order of nodes, also of those of a recurrent cell, the
/// order of a sum's terms, labels, weight names and nodes that the output does not depend on.
/// </summary>
public static class NetworkHash
{
    /// <summary>
    /// SHA-256 in hexadecimal over the output's hash and the hashes of all nodes that it depends on, in order of value, where a
    /// node's hash is that of its operation and its inputs' hashes.
    /// </summary>
    public static string Hash(this NetworkSpec network)
    {
        var hashes = new string[network.Nodes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            var node = network.Nodes[i];
            var inputs = node.Inputs.Select(input => hashes[input]);
            inputs = node.Operation is Add ? inputs.Order(StringComparer.Ordinal) : inputs;
            hashes[i] = Of($"{Describe(node.Operation, Ordered(node.Operation))}({string.Join(',', inputs)})");
        }

        var used = Used(network);
        var all = string.Join(',', used.Select(node => hashes[node]).Order(StringComparer.Ordinal));
        var weights = used.SelectMany(node => network.Nodes[node].Operation.Weights).DistinctBy(weight => weight.Name);
        var parameters = weights.Sum(weight => weight.Count);
        return Of(string.Create(CultureInfo.InvariantCulture, $"{hashes[^1]};{all};{parameters}"));
    }

    /// <summary>Numbers of the nodes that the output depends on.</summary>
    private static int[] Used(NetworkSpec network)
    {
        var used = new bool[network.Nodes.Length];
        used[^1] = true;
        for (var i = used.Length - 1; i >= 0; i--)
        {
            foreach (var input in used[i] ? network.Nodes[i].Inputs : [])
            {
                used[input] = true;
            }
        }

        return [.. Enumerable.Range(0, used.Length).Where(node => used[node])];
    }

    /// <summary>
    /// The key of a node in a latency table: operation, settings and input shapes, without weight names and place, e.g.
    /// <c>conv out=32 kernel=3 … 3×224×224</c>. Of a recurrent cell it says how many nodes there are and not which: each costs a product of
    /// one size whatever it reads, and a table cannot hold all cells of a space.
    /// </summary>
    public static string LatencyKey(this NetworkSpec network, Node node) =>
        $"{Describe(node.Operation, Timed(node.Operation))} {string.Join(' ', node.Inputs.Select(input => network.Nodes[input].Shape))}";

    /// <summary>The keys of all nodes but the image, in order: the network's latency is predicted as the sum of their times.</summary>
    public static IEnumerable<string> LatencyKeys(this NetworkSpec network) => network.Nodes.Skip(1).Select(network.LatencyKey);

    private static IEnumerable<(string Name, object Value)> Ordered(Operation operation) => OperationFields.Of(
        operation is Recurrent recurrent ? recurrent with { Cell = recurrent.Cell.Canonical() } : operation);

    private static IEnumerable<(string Name, object Value)> Timed(Operation operation) => operation is Recurrent recurrent
        ? [("in", recurrent.In), ("channels", recurrent.Channels), ("nodes", recurrent.Cell.Nodes.Length)]
        : OperationFields.Of(operation);

    private static string Describe(Operation operation, IEnumerable<(string Name, object Value)> fields) => string.Join(' ', fields
        .Where(field => field.Name != OperationFields.Key)
        .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name}={field.Value}"))
        .Prepend(operation.Kind));

    private static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
