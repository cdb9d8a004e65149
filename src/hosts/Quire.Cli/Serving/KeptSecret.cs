using System.Security.Cryptography;
using System.Text;
using Quire.Cli.Terminal;

namespace Quire.Cli.Serving;

/// <summary>A secret that a server keeps outside its database: in a file that was named, in the environment, or in a file of its data folder. It is never printed.</summary>
/// <param name="Variable">The variable of the environment.</param>
/// <param name="FileName">The file of the data folder, made where no secret was given.</param>
internal sealed record KeptSecret(string Variable, string FileName)
{
    /// <summary>The fewest bytes of a secret.</summary>
    public const int Minimum = 16;

    private const int MadeBytes = 32;

    /// <summary>Reads it.</summary>
    /// <param name="cli">Where files and the environment are.</param>
    /// <param name="named">The file that was named; null for none.</param>
    /// <param name="folder">The data folder, held by this process; null where a database is used.</param>
    /// <returns>The secret; null where none was given and there is no folder to keep one in.</returns>
    /// <exception cref="Core.Errors.QuireException"><c>wrong_call</c>: it is too short; <c>file_unreadable</c>.</exception>
    public byte[]? Read(CliContext cli, string? named, string? folder)
    {
        if (named is not null)
            return Checked(TextArgument.ReadFile(cli, named), $"The file '{named}'");
        if (cli.Setting(Variable) is { } secret)
            return Checked(secret, $"The variable {Variable}");
        return folder is null ? null : Checked(Kept(cli, Path.Combine(folder, FileName)), $"The file '{FileName}' of the data folder");
    }

    private static string Kept(CliContext cli, string path)
    {
        if (!File.Exists(path))
            PrivateFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MadeBytes)));
        return TextArgument.ReadFile(cli, path);
    }

    private static byte[] Checked(string text, string place)
    {
        var secret = Encoding.UTF8.GetBytes(text.Trim());
        return secret.Length >= Minimum ? secret : throw CliErrors.WrongCall($"{place} holds a secret of {secret.Length} bytes; at least {Minimum} are needed.", "Make one: openssl rand -hex 32");
    }
}
