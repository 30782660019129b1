namespace NasEngine.Networks.Natives;

/// <summary>Which native libraries this process uses.</summary>
/// <param name="Folder">Where libtorch was loaded from; an absolute path.</param>
/// <param name="Binding">TorchSharp's own library that was loaded: that of the folder, or the copy adapted to an older libstdc++.</param>
/// <param name="IsAdapted">Whether it is that copy.</param>
public sealed record LoadedNatives(string Folder, string Binding, bool IsAdapted)
{
    /// <summary>Whether they are those for CUDA.</summary>
    public bool HasCuda => File.Exists(Path.Combine(Folder, "libtorch_cuda.so"));

    /// <summary>
    /// The version that libtorch says of itself, which may be another than TorchSharp was built for; null where it says none.
    /// </summary>
    public Version? Libtorch => Functions.Version;

    internal LibtorchFunctions Functions => new(Folder);
}
