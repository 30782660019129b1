namespace NasEngine.Contracts.Tests.Errors;

public sealed class ClauseTests
{
    [Theory]
    [InlineData("The file is gone.", "The file is gone")]
    [InlineData("There is no service!.", "There is no service")]
    [InlineData("It failed:\n  on two lines. \r\n", "It failed: on two lines")]
    [InlineData("nothing to take away", "nothing to take away")]
    [InlineData("", "")]
    public void A_message_becomes_a_part_of_a_sentence(string message, string clause) => Clause.Of(message).Should().Be(clause);
}
