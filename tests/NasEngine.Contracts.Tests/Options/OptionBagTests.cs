using System.Globalization;

namespace NasEngine.Contracts.Tests.Options;

public sealed class OptionBagTests
{
    [Fact]
    public void Properties_of_an_object_become_text_in_the_invariant_culture()
    {
        var previous = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;
        try
        {
            OptionBag.From(new { Number = 0.25, Small = 1e-7, Count = 3, On = true, Word = "mini", Kind = DayOfWeek.Friday, Time = TimeSpan.FromMinutes(1.5), None = (string?)null, Widths = new[] { 8, 16 } })
                .Values.Should().Equal(new Dictionary<string, string>
                {
                    ["Count"] = "3", ["Kind"] = "Friday", ["Number"] = "0.25", ["On"] = "true", ["Small"] = "1E-07",
                    ["Time"] = "00:01:30", ["Widths"] = "8,16", ["Word"] = "mini",
                });
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    [Fact]
    public void What_has_no_names_is_refused()
    {
        foreach (var options in new object[] { "mini", 3, new[] { 1, 2 } })
        {
            FluentActions.Invoking(() => OptionBag.From(options)).Should().Throw<InputException>().WithMessage("Options are given by their names*");
        }
    }

    [Fact]
    public void Numbers_keep_every_bit()
    {
        foreach (var number in new[] { 0.1, 1.0 / 3, double.Epsilon, double.MaxValue, 1e-300 })
        {
            double.Parse(OptionBag.From(new { number }).Values["number"], CultureInfo.InvariantCulture).Should().Be(number);
        }
    }

    [Fact]
    public void Names_compare_without_case_and_bags_by_value()
    {
        var bag = OptionBag.From(new { Lambda = 0.25 });
        bag.Should().Be(OptionBag.Empty.With("lambda", "0.25"));
        bag.GetHashCode().Should().Be(OptionBag.Empty.With("lambda", "0.25").GetHashCode());
        bag.With("LAMBDA", "1").Values.Should().ContainSingle().Which.Value.Should().Be("1");
        bag.Should().NotBe(OptionBag.Empty.With("lambda", "0.5"));
    }

    [Fact]
    public void Nothing_is_no_options_and_a_bag_is_itself()
    {
        OptionBag.From(null).Should().BeSameAs(OptionBag.Empty);
        var bag = OptionBag.Empty.With("a", "b");
        OptionBag.From(bag).Should().BeSameAs(bag);
    }

    [Fact]
    public void A_value_that_is_no_option_is_refused_by_name() =>
        FluentActions.Invoking(() => OptionBag.From(new { Inner = new Version(1, 2) })).Should().Throw<InputException>()
            .WithMessage("Option 'Inner' has a value of type Version; give a number, text, true or false, or a list of them.");

    [Fact]
    public void An_option_in_large_and_in_small_letters_is_one_that_is_given_twice() =>
        FluentActions.Invoking(() => OptionBag.From(new { Epochs = 1, epochs = 2 })).Should().Throw<InputException>()
            .WithMessage("Option 'epochs' is given twice, in large and small letters; give it once.");
}
