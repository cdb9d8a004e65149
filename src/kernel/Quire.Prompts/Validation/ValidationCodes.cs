namespace Quire.Prompts.Validation;

/// <summary>The stable codes of findings about a prompt's text. A code is never reused.</summary>
public static class ValidationCodes
{
    /// <summary>A prompt that is longer than its organisation allows.</summary>
    public const string TooLong = "QP5001";

    /// <summary>A phrase that must not occur.</summary>
    public const string ForbiddenPhrase = "QP5002";

    /// <summary>A phrase that must occur and does not.</summary>
    public const string RequiredPhrase = "QP5003";

    /// <summary>A model that is not allowed.</summary>
    public const string Model = "QP5004";

    /// <summary>More tokens, by estimate, than allowed.</summary>
    public const string Tokens = "QP5005";

    /// <summary>A variable that a template reads and the schema does not declare.</summary>
    public const string UndeclaredVariable = "QP5006";

    /// <summary>A variable that the schema declares and no template reads.</summary>
    public const string UnusedVariable = "QP5007";

    /// <summary>A key or token of a known service.</summary>
    public const string ServiceKey = "QP5101";

    /// <summary>A private key.</summary>
    public const string PrivateKey = "QP5102";

    /// <summary>A signed token (JWT).</summary>
    public const string SignedToken = "QP5103";

    /// <summary>A password or secret that is assigned to a name.</summary>
    public const string AssignedSecret = "QP5104";

    /// <summary>An address with user name and password.</summary>
    public const string CredentialsInAddress = "QP5105";

    /// <summary>A mail address.</summary>
    public const string MailAddress = "QP5201";

    /// <summary>A telephone number.</summary>
    public const string PhoneNumber = "QP5202";

    /// <summary>A payment card's number.</summary>
    public const string CardNumber = "QP5203";

    /// <summary>A bank account (IBAN).</summary>
    public const string BankAccount = "QP5204";

    /// <summary>A personal identity number of a state.</summary>
    public const string IdentityNumber = "QP5205";

    /// <summary>Words that tell a model to drop its instructions.</summary>
    public const string OverridesInstructions = "QP5301";

    /// <summary>Words that ask a model for its hidden instructions.</summary>
    public const string AsksForInstructions = "QP5302";

    /// <summary>Words that give a model another, unbound identity.</summary>
    public const string ChangesIdentity = "QP5303";

    /// <summary>Marks that models take for the border of a message.</summary>
    public const string RoleMarks = "QP5304";

    /// <summary>Words or links that send data away.</summary>
    public const string SendsDataAway = "QP5305";

    /// <summary>Characters that hide text.</summary>
    public const string HiddenText = "QP5306";
}
