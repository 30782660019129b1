using Akka.Configuration;

namespace Compat.Akka.Tests.Internals;

/// <summary>Here compat is stricter than upstream: what upstream guesses at is an error that says where.</summary>
public sealed class ConfigErrorTests
{
    [Theory]
    [InlineData("a {", "*line 1*'}' is missing*")]
    [InlineData("a = 1\nb", "*line 2*'b' has no value*")]
    [InlineData("a = [1", "*']' is missing*")]
    [InlineData("a = \"x", "*quote is not closed*")]
    [InlineData("}", "*'}' has no '{'*")]
    public void An_error_says_where_and_what(string text, string message)
    {
        FluentActions.Invoking(() => ConfigurationFactory.ParseString(text)).Should().Throw<ConfigurationException>().WithMessage(message);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_named_in_the_error()
    {
        var sample = ConfigurationFactory.ParseString("a.d = plain words");

        sample.Invoking(s => s.GetInt("a.d")).Should().Throw<ConfigurationException>().WithMessage("*'a.d' is 'plain words'*whole number*");
        sample.Invoking(s => s.GetBoolean("a.d")).Should().Throw<ConfigurationException>().WithMessage("*on or off*");
        sample.Invoking(s => s.GetTimeSpan("a.d")).Should().Throw<ConfigurationException>().WithMessage("*duration*");
    }

    [Fact]
    public void A_reference_to_itself_is_an_error()
    {
        FluentActions.Invoking(() => ConfigurationFactory.ParseString("a = ${b}, b = ${a}")).Should().Throw<ConfigurationException>().WithMessage("*refers to itself*");
    }

    [Fact]
    public void A_reference_to_nothing_is_an_error_unless_marked_optional()
    {
        FluentActions.Invoking(() => ConfigurationFactory.ParseString("a = ${nowhere}")).Should().Throw<ConfigurationException>().WithMessage("*'nowhere'*not set*");
        ConfigurationFactory.ParseString("a = ${?nowhere}").HasPath("a").Should().BeFalse();
    }
}
