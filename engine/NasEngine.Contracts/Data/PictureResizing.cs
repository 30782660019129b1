namespace NasEngine.Contracts;

/// <summary>How pictures of any size became the examples of a data set: what a program must do with those that it classifies.</summary>
/// <param name="Method">How a picture became a square: <c>crop</c>, <c>pad</c> or <c>stretch</c>.</param>
/// <param name="Filter">How its pixels were mixed: <c>bilinear</c>, <c>cubic</c> or <c>nearest</c>.</param>
public sealed record PictureResizing(string Method, string Filter);
