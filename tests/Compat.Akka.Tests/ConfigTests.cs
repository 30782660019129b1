using Akka.Configuration;

namespace Compat.Akka.Tests;

public sealed class ConfigTests
{
    private static readonly Config Sample = ConfigurationFactory.ParseString("""
        # a comment
        a.b = 1 // another
        a { c : "text with = and # and \"quotes\"", d = plain words }
        list = [one, "two", three]
        lines = [
          1
          2
        ]
        flags { on = on, off = off, yes = true }
        times { s = 5s, ms = "200 ms", m = 1.5 minutes, bare = 250, never = infinite }
        "quoted.key".x = 7
        raw = \"\"\"C:\path\"\"\"
        ref = ${a.b}
        """.Replace("\\\"\\\"\\\"", "\"\"\""));

    [Fact]
    public void Values_are_read_by_path_and_type()
    {
        Sample.GetInt("a.b").Should().Be(1);
        Sample.GetString("a.c").Should().Be("text with = and # and \"quotes\"");
        Sample.GetString("a.d").Should().Be("plain words");
        Sample.GetStringList("list").Should().Equal("one", "two", "three");
        Sample.GetStringList("lines").Should().Equal("1", "2");
        Sample.GetBoolean("flags.on").Should().BeTrue();
        Sample.GetBoolean("flags.off", true).Should().BeFalse();
        Sample.GetBoolean("flags.yes").Should().BeTrue();
        Sample.GetInt("\"quoted.key\".x").Should().Be(7);
        Sample.GetString("raw").Should().Be("C:\\path");
        Sample.GetInt("ref").Should().Be(1);
    }

    [Theory]
    [InlineData("times.s", 5_000)]
    [InlineData("times.ms", 200)]
    [InlineData("times.m", 90_000)]
    [InlineData("times.bare", 250)]
    public void Durations_have_units_and_are_milliseconds_without(string path, double milliseconds)
    {
        Sample.GetTimeSpan(path).Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void Infinite_is_a_duration()
    {
        Sample.GetTimeSpan("times.never").Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void What_is_not_there_has_the_default()
    {
        Sample.GetString("x.y").Should().BeNull();
        Sample.GetInt("x.y", 3).Should().Be(3);
        Sample.GetConfig("x").Should().BeNull();
        Sample.HasPath("a.b").Should().BeTrue();
        Sample.HasPath("a.x").Should().BeFalse();
    }

    [Fact]
    public void The_first_wins_over_its_fallback_value_by_value()
    {
        var merged = ConfigurationFactory.ParseString("a.b = 2").WithFallback(Sample);

        merged.GetInt("a.b").Should().Be(2);
        merged.GetString("a.d").Should().Be("plain words");
        merged.GetInt("ref").Should().Be(1, "a reference is resolved where it is written");
    }

    [Fact]
    public void A_later_value_replaces_an_earlier_one_and_objects_merge()
    {
        var config = ConfigurationFactory.ParseString("a { x = 1, y = 2 }\na.x = 3\na { z = 4 }");

        (config.GetInt("a.x"), config.GetInt("a.y"), config.GetInt("a.z")).Should().Be((3, 2, 4));
    }
}
