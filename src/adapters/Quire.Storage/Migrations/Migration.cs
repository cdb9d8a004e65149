namespace Quire.Storage.Migrations;

/// <summary>One numbered step of the schema.</summary>
/// <param name="Number">Its number, from 1, without gaps.</param>
/// <param name="Name">What it does, in words of its file name.</param>
/// <param name="Script">Its text, before tokens are replaced.</param>
/// <param name="Hash">The SHA-256 of its text in hexadecimal: a step that was released never changes.</param>
internal sealed record Migration(long Number, string Name, string Script, string Hash);
