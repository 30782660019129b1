using System.Globalization;

if (args is not [var picture])
{
    Console.Error.WriteLine("classify: name one picture: dotnet run -- PICTURE");
    return 2;
}

try
{
    using var classifier = new Classifier(Path.Combine(AppContext.BaseDirectory, "model.onnx"));
    foreach (var (name, probability) in classifier.Classify(File.ReadAllBytes(picture)).Take(5))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{probability:0.0000} {name}"));
    }

    return 0;
}
catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"classify: The picture '{picture}' cannot be read: {wrong.Message.TrimEnd('.')}.");
    return 2;
}
