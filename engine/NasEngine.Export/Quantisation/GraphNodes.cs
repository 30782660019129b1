using Google.Protobuf.Collections;
using Onnx;

namespace NasEngine.Export;

/// <summary>Nodes of a graph that is changed.</summary>
internal static class GraphNodes
{
    /// <summary>A node named by its output.</summary>
    public static NodeProto Node(string type, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new NodeProto { Name = output, OpType = type };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add(output);
        return node;
    }

    /// <summary>Puts nodes behind those that they read.</summary>
    public static void Sort(RepeatedField<NodeProto> nodes, string input, IEnumerable<string> constants)
    {
        var known = constants.Append(input).ToHashSet(StringComparer.Ordinal);
        var left = nodes.ToList();
        nodes.Clear();
        while (left.Count > 0)
        {
            var ready = left.Where(node => node.Input.All(known.Contains)).ToArray();
            foreach (var node in ready)
            {
                nodes.Add(node);
                known.UnionWith(node.Output);
            }

            left.RemoveAll(node => ready.Contains(node));
        }
    }
}
