namespace NasEngine.Datasets.Tests.Pictures;

/// <summary>What becomes of a picture on its way into the data.</summary>
public sealed class PictureTests
{
    /// <summary>Pixels of 3 × 2 as their numbers: 0 1 2 over 3 4 5. The tables are those of the Exif standard, drawn by hand.</summary>
    [Theory]
    [InlineData(1, 3, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(2, 3, new[] { 2, 1, 0, 5, 4, 3 })]
    [InlineData(3, 3, new[] { 5, 4, 3, 2, 1, 0 })]
    [InlineData(4, 3, new[] { 3, 4, 5, 0, 1, 2 })]
    [InlineData(5, 2, new[] { 0, 3, 1, 4, 2, 5 })]
    [InlineData(6, 2, new[] { 3, 0, 4, 1, 5, 2 })]
    [InlineData(7, 2, new[] { 5, 2, 4, 1, 3, 0 })]
    [InlineData(8, 2, new[] { 2, 5, 1, 4, 0, 3 })]
    public void Each_orientation_turns_it_upright(int orientation, int width, int[] pixels)
    {
        var turned = Drawn.Picture(3, 2, (x, y) => ((3 * y) + x, 0, 0, 255)).Upright(orientation);

        turned.Width.Should().Be(width);
        turned.Pixels.Where((_, place) => place % 4 == 0).Select(value => (int)value).Should().Equal(pixels);
    }

    [Fact]
    public void Grey_weighs_the_colours_and_what_is_transparent_shows_white()
    {
        var picture = Drawn.Picture(4, 1, (x, _) => x switch
        {
            0 => (255, 0, 0, 255), 1 => (0, 255, 0, 255), 2 => (0, 0, 255, 255), _ => (0, 0, 0, 0),
        });
        var grey = new byte[4];

        picture.Write(1, grey);

        grey.Should().Equal(76, 150, 29, 255);
    }

    [Fact]
    public void Channels_come_first_and_alpha_is_one_where_it_is_asked_for()
    {
        var picture = Drawn.Picture(2, 1, (x, _) => (10 + x, 20 + x, 30 + x, x == 0 ? 255 : 0));
        var (three, four) = (new byte[6], new byte[8]);

        picture.Write(3, three);
        picture.Write(4, four);

        three.Should().Equal(10, 255, 20, 255, 30, 255);
        four.Should().Equal(10, 11, 20, 21, 30, 31, 255, 0);
    }

    [Theory]
    [InlineData("crop", new[] { 1, 2, 1, 2 })]
    [InlineData("pad", new[] { 0, 0, 0, 0, 0, 1, 2, 3, 0, 1, 2, 3, 0, 0, 0, 0 })]
    public void It_becomes_a_square_as_it_is_said(string method, int[] pixels)
    {
        var side = (int)Math.Sqrt(pixels.Length);

        var square = Drawn.Picture(4, 2, (x, _) => (x, 0, 0, 255)).To(new PictureForm(side, 1, Enum.Parse<ResizeMethod>(method, true), "nearest"));

        square.Pixels.Where((_, place) => place % 4 == 0).Select(value => (int)value).Should().Equal(pixels);
    }

    [Fact]
    public void Stretched_it_is_all_there()
    {
        var stretched = Drawn.Picture(4, 2, (x, _) => (x < 2 ? 0 : 200, 0, 0, 255)).To(new PictureForm(2, 1, ResizeMethod.Stretch, "nearest"));

        stretched.Pixels.Where((_, place) => place % 4 == 0).Should().Equal(0, 200, 0, 200);
    }

    [Theory]
    [InlineData("bilinear")]
    [InlineData("cubic")]
    public void A_filter_mixes_neighbours_and_leaves_one_colour_as_it_is(string filter)
    {
        var form = new PictureForm(4, 1, ResizeMethod.Stretch, filter);

        Drawn.Plain(16, 16, 90, 120, 30).To(form).Pixels.Chunk(4).Should().AllSatisfy(pixel => pixel.Should().Equal(90, 120, 30, 255));
        Drawn.Picture(16, 16, (x, _) => (x % 2 * 200, 0, 0, 255)).To(form).Pixels[4].Should().BeInRange(60, 140);
    }
}
