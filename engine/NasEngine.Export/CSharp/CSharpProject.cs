using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>The files of a console project that classifies a picture, beside its model.</summary>
internal static class CSharpProject
{
    /// <summary>Name of the model among them.</summary>
    public const string Model = "model.onnx";

    /// <summary>Name of the project among them.</summary>
    public const string Name = "classify.csproj";

    private const string Sources = "classify/";

    /// <summary>Whether it can be one.</summary>
    /// <param name="input">What the network takes.</param>
    /// <exception cref="InputException">It takes other things than square pictures with a class each.</exception>
    public static void Check(NetworkInput input)
    {
        var isPicture = input is { Features.IsEmpty: true, Vocabulary: null, Target: null, Shape: { Channels: 1 or 3 or 4, Height: > 1 } };
        if (!isPicture || input.Shape.Height != input.Shape.Width)
        {
            throw new InputException(
                $"The project of C# classifies square pictures of 1, 3 or 4 channels, and the network of {input.Data} takes "
                + $"{Taken(input, isPicture)}; take the format onnx.");
        }
    }

    /// <summary>Whether a file of it is one that people change.</summary>
    public static bool IsSource(string file) => Path.GetExtension(file) is ".cs" or ".csproj";

    /// <summary>Text by name of the file.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string name, NetworkInput input)
    {
        var assembly = typeof(CSharpProject).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(one => one.StartsWith(Sources, StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var file = resource[Sources.Length..];
            yield return new(file == "project.xml" ? Name : file, text.ReadToEnd());
        }

        yield return new("README.md", Page(name, input));
    }

    private static string Taken(NetworkInput input, bool isPicture) => input switch
    {
        { Vocabulary: not null } => "sequences of tokens",
        { Features.IsEmpty: false } or { Shape: { Height: 1, Width: 1 } } => "rows of a table",
        { Target: not null } => "inputs to learn a number of",
        _ => isPicture ? $"pictures of {input.Shape}" : $"inputs of {input.Shape}",
    };

    private static string Page(string name, NetworkInput input) => $"""
        # classify

        Says what a picture shows (PNG, JPEG, BMP, GIF, WebP), by the network `{name}` of NasEngine:

            dotnet run -- PICTURE

        It writes the likeliest classes, each with its probability from 0 to 1; of what is no picture it says so and ends with 2. It needs
        the .NET SDK 10. `model.onnx` is the network and says in its metadata what its classes are. A picture becomes {input.Shape}
        numbers {Resizing(input)}; the model normalises them itself.

        """;

    private static string Resizing(NetworkInput input) => input.Resizing is { } how
        ? $"as those of its training did ({how.Method}, {how.Filter}: `resize` and `filter` of the metadata)"
        : "by its middle, bilinear: of those of its training it is not known that they were resized, so others may be classified less well";
}
