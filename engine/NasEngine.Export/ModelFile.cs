using NasEngine.Contracts;

namespace NasEngine.Export;

/// <summary>Writes a model; a file that is there is replaced when the new one is whole.</summary>
internal static class ModelFile
{
    /// <summary>Writes it, and the folder that it lies in.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(byte[] model, string path)
    {
        var aside = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(aside, model);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(aside))
            {
                File.Delete(aside);
            }

            throw new InputException($"The model cannot be written to '{path}': {refused.Message}", refused);
        }
    }
}
