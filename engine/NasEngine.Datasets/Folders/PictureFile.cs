namespace NasEngine.Datasets;

/// <summary>A picture of a folder of classes.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Class">Number of its class.</param>
/// <param name="Part">What it is for, as the folder says; null where it does not.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record PictureFile(string Path, int Class, DataPartName? Part, byte[] Hash);
