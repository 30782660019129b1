using System.CommandLine;
using System.Globalization;
using System.Numerics;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space size</c>: how many architectures a space has, exactly.</summary>
internal static class SpaceSizeCommand
{
    public static Command Create()
    {
        var command = new Command("size", "Count the architectures of a space, exactly.")
        {
            SpaceArguments.Space, SpaceArguments.Set, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var decisions = SpaceArguments.Open(parsed).Decisions;
            Console.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? JsonText.Write(json =>
                {
                    json.WriteString("space", decisions.Id);
                    json.WriteString("size", decisions.Size.ToString(CultureInfo.InvariantCulture));
                    json.WriteNumber("log10", Math.Round(BigInteger.Log10(decisions.Size), 4));
                })
                : string.Create(CultureInfo.InvariantCulture, $"{decisions.Size} (10^{BigInteger.Log10(decisions.Size):0.##})"));
            return ExitCode.Done;
        });
        return command;
    }
}
