using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Making;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Making;

/// <summary><c>nas new recipe NAME</c> and <c>nas new plugin NAME --kind KIND</c>: what a recipe or a plugin begins with.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "Its name, as patient-climbing; of a plugin's part too." };

    private static readonly Option<string> Kind = new("--kind")
    {
        Description = $"What the plugin offers: {string.Join(", ", Template.Kinds)}.",
        HelpName = "KIND",
        Required = true,
    };

    private static readonly Option<string?> Feed = new("--feed")
    {
        Description = "Build the plugin against the packages of this folder, as './nas pack FOLDER' fills it, or of this address.",
        HelpName = "FOLDER",
    };

    public static Command Create() =>
        new("new", "Begin a recipe, or a plugin with its tests, that works as it stands.") { Recipe(), Plugin() };

    private static Command Recipe()
    {
        var command = new Command("recipe", "Write a recipe, NAME.csx, that runs as it stands.") { Name };
        command.SetAction(parsed =>
        {
            var files = Template.Recipe(NewName.Of(parsed.GetValue(Name)!));
            Template.Write(files, ".");
            var file = files.Keys.Single();
            Screen.Of(parsed).Lines([$"{file} is written. Run it: nas run {file}; see its parameters: nas run {file} --help"]);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Plugin()
    {
        var command = new Command(
            "plugin", "Write a plugin with its tests, in a folder NAME; it builds and passes them as it stands.") { Name, Kind, Feed };
        command.SetAction(parsed =>
        {
            var name = NewName.Of(parsed.GetValue(Name)!);
            var files = Template.Plugin(name, parsed.GetValue(Kind)!, FeedOf(parsed.GetValue(Feed)));
            Template.Write(files, name.Id);
            Screen.Of(parsed).Lines(
            [
                .. files.Keys.Order(StringComparer.Ordinal).Select(file => $"  {name.Id}/{file}"),
                $"Build and test it: cd {name.Id} && dotnet test -c Release; then: nas run try.csx --plugins plugins.json",
            ]);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>An address, or a folder by its whole path.</summary>
    private static string? FeedOf(string? given) => given is null || given.Contains("://", StringComparison.Ordinal) ? given
        : Directory.Exists(given) ? Path.GetFullPath(given)
        : throw new InputException($"There is no folder '{given}' with packages; './nas pack {given}' makes it.");
}
