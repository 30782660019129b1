using SkiaSharp;

namespace NasEngine.Datasets.Tests.Pictures;

/// <summary>Files of pictures of all kinds.</summary>
public sealed class PictureReaderTests
{
    private static readonly Picture Colours = Drawn.Picture(4, 3, (x, y) => (60 * x, 100 * y, 255 - (60 * x), 255));

    [Fact]
    public void PNG_reads_as_it_was_drawn() => Read(Colours.Png()).Pixels.Should().Equal(Colours.Pixels);

    [Fact]
    public void WebP_without_loss_and_BMP_read_as_they_were_drawn()
    {
        Read(Colours.Bmp()).Pixels.Should().Equal(Colours.Pixels);
        Near(Read(Drawn.Plain(8, 8, 200, 40, 90).Encoded(SKEncodedImageFormat.Webp)), 200, 40, 90);
    }

    [Fact]
    public void JPEG_reads_near_to_what_was_drawn() => Near(Read(Drawn.Plain(16, 16, 10, 200, 90).Encoded(SKEncodedImageFormat.Jpeg)), 10, 200, 90);

    [Fact]
    public void GIF_reads_its_colours() => Read(Drawn.Gif(9, 99, 199)).Pixels.Should().Equal(
        Enumerable.Repeat(new byte[] { 9, 99, 199, 255 }, 4).SelectMany(pixel => pixel));

    [Fact]
    public void Of_16_bits_a_channel_the_upper_8_are_read()
    {
        var read = Read(Drawn.GreyPng16(0, 0x8000, 0xFFFF));

        (read.Width, read.Height).Should().Be((3, 1));
        read.Pixels.Where((_, place) => place % 4 == 0).Should().Equal(0, 128, 255);
    }

    [Fact]
    public void Transparency_is_read_and_colours_are_not_multiplied_by_it()
    {
        var drawn = Drawn.Picture(2, 1, (x, _) => (200, 100, 50, x == 0 ? 255 : 128));

        Read(drawn.Png()).Pixels.Should().Equal(drawn.Pixels);
    }

    [Fact]
    public void A_JPEG_that_says_how_it_is_turned_is_read_upright()
    {
        var left = Drawn.Picture(32, 16, (x, _) => x < 16 ? (255, 0, 0, 255) : (0, 0, 255, 255)).Encoded(SKEncodedImageFormat.Jpeg);

        var read = Read(Drawn.WithOrientation(left, 6));

        (read.Width, read.Height).Should().Be((16, 32));
        read.Pixels[0].Should().BeGreaterThan(200, "the left half, red, is on top after a quarter turn to the right");
        read.Pixels[^4].Should().BeLessThan(50);
    }

    [Fact]
    public void A_file_that_is_cut_short_or_is_no_picture_is_refused_with_the_reason()
    {
        var png = Drawn.Picture(64, 64, (x, y) => (x * 4, y * 4, (x * y) % 256, 255)).Png();

        FluentActions.Invoking(() => Read(png[..(png.Length / 2)])).Should().Throw<InvalidDataException>().WithMessage("it is cut short");
        FluentActions.Invoking(() => Read("no picture at all"u8.ToArray())).Should().Throw<InvalidDataException>().WithMessage("it is none of PNG*");
        FluentActions.Invoking(() => Read([])).Should().Throw<InvalidDataException>().WithMessage("it is empty");
    }

    private static Picture Read(byte[] file) => PictureReader.Read(file);

    private static void Near(Picture picture, int red, int green, int blue)
    {
        foreach (var pixel in picture.Pixels.Chunk(4))
        {
            ((int)pixel[0]).Should().BeCloseTo(red, 4);
            ((int)pixel[1]).Should().BeCloseTo(green, 4);
            ((int)pixel[2]).Should().BeCloseTo(blue, 4);
        }
    }
}
