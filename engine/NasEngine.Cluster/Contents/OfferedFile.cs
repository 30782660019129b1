namespace NasEngine.Cluster.Contents;

/// <summary>A file that another machine may have.</summary>
/// <param name="Place">What it is to whoever gets it.</param>
/// <param name="Path">Where it lies here.</param>
public sealed record OfferedFile(string Place, string Path);
