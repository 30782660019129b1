using NasEngine.Contracts;

namespace NasEngine.Export;

/// <summary>Writes a model; a file that is there is replaced when the new one is whole.</summary>
internal static class ModelFile
{
    /// <summary>Writes it, and the folder that it lies in.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(ReadOnlyMemory<byte> model, string path)
    {
        try
        {
            WholeFile.Write(path, file => file.Write(model.Span));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The model cannot be written to '{path}': {refused.Message}", refused);
        }
    }
}
