using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Passes for another process, with all that they depend on: the parts of the shared weights that they touch, each once; their batches
/// and answers, each once; and what is to be run.
/// </summary>
internal static class PassWork
{
    /// <summary>Passes as bytes.</summary>
    /// <param name="passes">They.</param>
    /// <param name="supernet">Whose weights they run on.</param>
    public static byte[] Write(IReadOnlyList<Pass> passes, Supernet supernet)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        WriteWeights(to, passes, supernet);
        var batches = Each(passes.Select(pass => pass.Batch));
        var answers = Each(passes.Select(pass => pass.Answers).OfType<torch.Tensor>());
        WriteTensors(to, batches.SelectMany(batch => new[] { batch.Images, batch.Labels }));
        WriteTensors(to, answers);
        to.Write7BitEncodedInt(passes.Count);
        foreach (var pass in passes)
        {
            RouteBytes.Write(to, pass.Route);
            to.Write7BitEncodedInt(Array.FindIndex(batches, one => ReferenceEquals(one, pass.Batch)));
            to.Write7BitEncodedInt(1 + Array.FindIndex(answers, one => ReferenceEquals(one, pass.Answers)));
            to.Write((byte)pass.Gradients);
            WriteDropout(to, pass.Dropout);
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Passes that another process wrote; weights go into the supernet, tensors to the caller's dispose scope.</summary>
    public static IReadOnlyList<Pass> Read(byte[] work, Supernet supernet)
    {
        using var from = new BinaryReader(new MemoryStream(work, writable: false));
        ReadWeights(from, supernet);
        var device = supernet.Weights.Device;
        var batches = ReadTensors(from, device);
        var answers = ReadTensors(from, device);
        var passes = new Pass[from.Read7BitEncodedInt()];
        for (var number = 0; number < passes.Length; number++)
        {
            var (route, batch, answer) = (RouteBytes.Read(from), 2 * from.Read7BitEncodedInt(), from.Read7BitEncodedInt());
            passes[number] = new Pass(route, new Batch(batches[batch], batches[batch + 1]), (PassGradients)from.ReadByte())
            {
                Answers = answer == 0 ? null : answers[answer - 1],
                Dropout = ReadDropout(from),
            };
        }

        return passes;
    }

    private static T[] Each<T>(IEnumerable<T> objects)
        where T : class => [.. objects.Distinct(ReferenceEqualityComparer.Instance).Cast<T>()];

    /// <summary>Of each weight the smallest leading part that has the parts of all passes.</summary>
    private static void WriteWeights(BinaryWriter to, IReadOnlyList<Pass> passes, Supernet supernet)
    {
        var shapes = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var weight in passes.Select(pass => pass.Route).Distinct().SelectMany(route => supernet.Describe(route).Weights))
        {
            shapes[weight.Name] = shapes.TryGetValue(weight.Name, out var known)
                ? [.. known.Zip(weight.Shape, Math.Max)]
                : [.. weight.Shape];
        }

        to.Write7BitEncodedInt(shapes.Count);
        foreach (var (name, shape) in shapes)
        {
            using var part = supernet.Weights.Flat.Leading(name, shape);
            to.Write(name);
            TensorBytes.Write(to, part);
        }
    }

    private static void ReadWeights(BinaryReader from, Supernet supernet)
    {
        using var withoutGradients = torch.no_grad();
        for (var count = from.Read7BitEncodedInt(); count > 0; count--)
        {
            var name = from.ReadString();
            using var values = TensorBytes.Read(from, supernet.Weights.Device);
            using var part = supernet.Weights.Flat.Leading(name, [.. values.shape.Select(size => (int)size)]);
            part.copy_(values);
        }
    }

    private static void WriteTensors(BinaryWriter to, IEnumerable<torch.Tensor> tensors)
    {
        torch.Tensor[] all = [.. tensors];
        to.Write7BitEncodedInt(all.Length);
        foreach (var tensor in all)
        {
            TensorBytes.Write(to, tensor);
        }
    }

    private static torch.Tensor[] ReadTensors(BinaryReader from, torch.Device device)
    {
        var tensors = new torch.Tensor[from.Read7BitEncodedInt()];
        for (var place = 0; place < tensors.Length; place++)
        {
            tensors[place] = TensorBytes.Read(from, device);
        }

        return tensors;
    }

    private static void WriteDropout(BinaryWriter to, FeatureDropout? dropout)
    {
        to.Write(dropout is not null);
        if (dropout is not null)
        {
            to.Write(dropout.Share);
            to.Write(dropout.Seed);
            to.Write(dropout.Number);
        }
    }

    private static FeatureDropout? ReadDropout(BinaryReader from) =>
        from.ReadBoolean() ? new FeatureDropout(from.ReadDouble(), from.ReadUInt64(), from.ReadInt64()) : null;
}
