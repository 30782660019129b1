using System.Text.Json;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Output;

/// <summary>What ended a command, for a machine that reads its output: the member <c>error</c>.</summary>
internal static class ErrorJson
{
    /// <summary>One line of JSON: an object of <c>error</c> alone.</summary>
    public static string Of(Exception problem) => JsonText.Write(json => Write(json, problem));

    /// <summary>Writes the member; null where nothing went wrong.</summary>
    public static void Write(Utf8JsonWriter json, Exception? problem)
    {
        if (problem is null)
        {
            json.WriteNull("error");
            return;
        }

        var code = Failures.CodeOf(problem);
        json.WriteStartObject("error");
        json.WriteNumber("exit_code", code);
        json.WriteString("meaning", ExitCode.Meaning(code));
        json.WriteString("message", Failures.Say(problem));
        json.WriteEndObject();
    }
}
