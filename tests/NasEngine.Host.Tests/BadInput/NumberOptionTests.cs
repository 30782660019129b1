using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Commands.Help;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>Every option and argument of every command that is a number, or that takes a text: what can be none is refused by its name.</summary>
public sealed class NumberOptionTests
{
    private static readonly string[] NoNumbers =
        ["-1", "NaN", "1e400", "-Infinity", "99999999999999999999999", "1,5", "1,000", "0x10", "²", " 1", "1 ", "one"];

    public static IEnumerable<object[]> Numbers =>
        from command in Commands(Nas.Commands)
        from symbol in Symbols(command).Where(symbol => IsNumber(TypeOf(symbol)))
        select new object[] { HelpText.NameOf(command), symbol.Name };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_no_number_is_refused_with_the_range(string command, string name)
    {
        foreach (var text in NoNumbers)
        {
            Refusal(command, name, text).Should().StartWith($"'{text}' of {name} must be a ").And.Contain("number ").And.NotContain("System.");
        }
    }

    [Fact]
    public void Options_and_arguments_of_all_commands_are_looked_at() => Numbers.Select(row => string.Join(' ', row)).Should()
        .Contain(["nas run --workers", "nas tell number", "nas profile --seed", "nas serve --port"])
        .And.HaveCountGreaterThan(30);

    [Theory]
    [InlineData("nas run x.csx --job-minutes 1.5")]
    [InlineData("nas run x.csx --checkpoint-seconds 0")]
    [InlineData("nas run x.csx --job-minutes 43200 --strategy-minutes 43200 --checkpoint-seconds 2592000 --silence-seconds 2592000")]
    [InlineData("nas space sample mlp --seed 18446744073709551615 --count 1")]
    [InlineData("nas worth x --against 5 --seed 9223372036854775807")]
    [InlineData("nas tell x 0 val_accuracy=1")]
    public void The_ends_of_a_range_are_taken(string line) =>
        FluentActions.Invoking(() => UsageErrors.ThrowIfAny(Nas.Commands.Parse(line.Split(' ')[1..]))).Should().NotThrow();

    [Fact]
    public void A_value_of_nothing_is_refused_by_every_option_and_argument()
    {
        var given = from command in Commands(Nas.Commands)
                    from symbol in Symbols(command).Where(symbol => TypeOf(symbol) != typeof(bool))
                    select (Name: symbol.Name, Said: Refusal(HelpText.NameOf(command), symbol.Name, ""));

        given.Should().HaveCountGreaterThan(80).And.OnlyContain(one => one.Said.Contains(one.Name) && one.Said.Contains("is empty"));
    }

    /// <summary>What is said to a command line that is right but for one value.</summary>
    private static string Refusal(string command, string name, string value)
    {
        var found = Commands(Nas.Commands).Single(one => HelpText.NameOf(one) == command);
        var arguments = found.Arguments.SelectMany(argument => argument.Name == name
            ? [value]
            : Enumerable.Repeat("1", argument.Arity.MinimumNumberOfValues));
        var options = found.Options.Where(option => option.Name == name || option.Required)
            .SelectMany(option => new[] { option.Name, option.Name == name ? value : "1" });
        var recursive = Nas.Commands.Options.Where(option => option.Name == name && !found.Options.Contains(option))
            .SelectMany(option => new[] { option.Name, value });
        var parsed = Nas.Commands.Parse([.. command.Split(' ')[1..], .. arguments, .. options, .. recursive]);
        return FluentActions.Invoking(() => UsageErrors.ThrowIfAny(parsed)).Should().Throw<InputException>("of {0} {1} '{2}'", command, name, value)
            .Which.Message;
    }

    private static IEnumerable<Command> Commands(Command command) =>
        command.Subcommands.Where(one => !one.Hidden).SelectMany(one => Commands(one).Prepend(one));

    private static IEnumerable<Symbol> Symbols(Command command) => command.Arguments.Cast<Symbol>()
        .Concat(HelpText.OptionsOf(command).Where(option => option.Arity.MaximumNumberOfValues > 0));

    private static Type TypeOf(Symbol symbol) => symbol is Option option ? option.ValueType : ((Argument)symbol).ValueType;

    private static bool IsNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true } primitive && primitive != typeof(bool);
}
