using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space cost</c>: what an architecture costs.</summary>
internal static class SpaceCostCommand
{
    private static readonly Argument<string?> Text = new("architecture")
    {
        Description = "The architecture in the space's own text form.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Reference = new("--reference")
    {
        Description = "A published network that the space knows, instead of an architecture.",
        HelpName = "NAME",
    };

    public static Command Create()
    {
        var command = new Command("cost", "Count multiply-adds, parameters and activation bytes of an architecture.")
        {
            SpaceArguments.Space, Text, Reference, SpaceArguments.Set, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var space = SpaceArguments.Open(parsed);
        var (name, cost) = Cost(space, parsed.GetValue(Text), parsed.GetValue(Reference));
        Console.WriteLine(parsed.GetValue(CommonOptions.Json)
            ? JsonText.Write(json =>
            {
                json.WriteString("space", space.Decisions.Id);
                json.WriteString("architecture", name);
                json.WriteNumber(MetricNames.Macs, cost.Macs);
                json.WriteNumber(MetricNames.Parameters, cost.Parameters);
                json.WriteNumber(MetricNames.ActivationBytes, cost.ActivationBytes);
            })
            : string.Create(CultureInfo.InvariantCulture,
                $"{name}: {cost.Macs:N0} multiply-adds, {cost.Parameters:N0} parameters, {cost.ActivationBytes:N0} bytes of activations"));
        return ExitCode.Done;
    }

    private static (string Name, ArchitectureCost Cost) Cost(ISearchSpace space, string? text, string? reference) => (text, reference) switch
    {
        ({ } given, null) => (given, space.Cost(space.Parse(given))),
        (null, { } name) => (name, SpaceArguments.Reference(space, name) is { } architecture
            ? space.Cost(architecture)
            : SpaceArguments.Networks(space).Networks[name].Cost),
        _ => throw new InputException("Give either an architecture or --reference NAME."),
    };
}
