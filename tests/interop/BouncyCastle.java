// Bouncy Castle's CMS code as a program that takes one command a line, words separated by tabs, and
// answers each with "yes" or with "no" and why. Run from its source:
//
//   java -cp bcprov.jar:bcutil.jar:bcpkix.jar tests/interop/BouncyCastle.java
//
//   verify   OBJECT CONTENT|- ROOT OUT      the content goes to OUT
//   decrypt  OBJECT P12 PASSWORD OUT
//   sign     P12 PASSWORD ALGORITHM attached|detached IN OUT
//   encrypt  CERTIFICATE CIPHER KEY IN OUT  cipher: AES128_CBC, AES256_GCM, …; key: RSA, OAEP, ECDH
//   compress IN OUT

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

public class BouncyCastle {
  static byte[] read(String file) throws Exception {
    return Files.readAllBytes(Path.of(file));
  }

  static X509Certificate certificate(String file) throws Exception {
    try (InputStream in = new FileInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  static class Person {
    PrivateKey key;
    List<X509Certificate> chain = new ArrayList<>();

    Person(String file, String password) throws Exception {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = new FileInputStream(file)) {
        store.load(in, password.toCharArray());
      }
      String alias = store.aliases().nextElement();
      key = (PrivateKey) store.getKey(alias, password.toCharArray());
      for (var each : store.getCertificateChain(alias)) {
        chain.add((X509Certificate) each);
      }
    }
  }

  static void verify(String object, String content, String root, String out) throws Exception {
    CMSSignedData data =
        content.equals("-")
            ? new CMSSignedData(read(object))
            : new CMSSignedData(new CMSProcessableByteArray(read(content)), read(object));
    List<X509Certificate> all = new ArrayList<>();
    for (Object holder : data.getCertificates().getMatches(null)) {
      all.add(new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) holder));
    }
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    if (signers.isEmpty()) {
      throw new Exception("nobody signed");
    }
    for (SignerInformation signer : signers) {
      X509CertificateHolder holder =
          (X509CertificateHolder) data.getCertificates().getMatches(signer.getSID()).iterator().next();
      if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(holder))) {
        throw new Exception("the signature does not fit");
      }
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(new JcaX509CertificateConverter().getCertificate(holder));
      PKIXBuilderParameters path =
          new PKIXBuilderParameters(Set.of(new TrustAnchor(certificate(root), null)), target);
      path.setRevocationEnabled(false);
      path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
      CertPathBuilder.getInstance("PKIX", "BC").build(path);
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    data.getSignedContent().write(octets);
    Files.write(Path.of(out), octets.toByteArray());
  }

  static void decrypt(String object, String p12, String password, String out) throws Exception {
    Person person = new Person(p12, password);
    byte[] octets = read(object);
    boolean authenticated =
        ContentInfo.getInstance(octets)
            .getContentType()
            .equals(PKCSObjectIdentifiers.id_ct_authEnvelopedData);
    Collection<RecipientInformation> recipients =
        authenticated
            ? new CMSAuthEnvelopedData(octets).getRecipientInfos().getRecipients()
            : new CMSEnvelopedData(octets).getRecipientInfos().getRecipients();
    RecipientInformation recipient = recipients.iterator().next();
    byte[] content;
    if (recipient instanceof KeyTransRecipientInformation) {
      content =
          recipient.getContent(
              authenticated
                  ? new JceKeyTransAuthEnvelopedRecipient(person.key).setProvider("BC")
                  : new JceKeyTransEnvelopedRecipient(person.key).setProvider("BC"));
    } else if (recipient instanceof KeyAgreeRecipientInformation) {
      content =
          recipient.getContent(new JceKeyAgreeEnvelopedRecipient(person.key).setProvider("BC"));
    } else {
      throw new Exception("another kind of recipient");
    }
    Files.write(Path.of(out), content);
  }

  static void sign(String p12, String password, String algorithm, String form, String in, String out)
      throws Exception {
    Person person = new Person(p12, password);
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider("BC").build())
            .build(
                new JcaContentSignerBuilder(algorithm).setProvider("BC").build(person.key),
                person.chain.get(0)));
    generator.addCertificates(new JcaCertStore(person.chain));
    CMSProcessableByteArray content = new CMSProcessableByteArray(read(in));
    Files.write(
        Path.of(out), generator.generate(content, form.equals("attached")).getEncoded());
  }

  static RecipientInfoGenerator recipient(X509Certificate certificate, String key)
      throws Exception {
    switch (key) {
      case "RSA":
        return new JceKeyTransRecipientInfoGenerator(certificate).setProvider("BC");
      case "OAEP":
        return new JceKeyTransRecipientInfoGenerator(
                certificate,
                new JcaAlgorithmParametersConverter()
                    .getAlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSAES_OAEP,
                        new OAEPParameterSpec(
                            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT)))
            .setProvider("BC");
      default:
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", "BC");
        // By its name: the parameters of the key itself would be written out in full.
        int bits = ((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength();
        pairs.initialize(new ECGenParameterSpec("P-" + bits));
        KeyPair sender = pairs.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                CMSAlgorithm.ECDH_SHA256KDF,
                sender.getPrivate(),
                sender.getPublic(),
                CMSAlgorithm.AES256_WRAP)
            .addRecipient(certificate)
            .setProvider("BC");
    }
  }

  static void encrypt(String to, String cipher, String key, String in, String out)
      throws Exception {
    ASN1ObjectIdentifier algorithm =
        (ASN1ObjectIdentifier) CMSAlgorithm.class.getField(cipher).get(null);
    JceCMSContentEncryptorBuilder encryptor =
        new JceCMSContentEncryptorBuilder(algorithm).setProvider("BC");
    CMSProcessableByteArray content = new CMSProcessableByteArray(read(in));
    byte[] octets;
    if (cipher.endsWith("GCM")) {
      CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(recipient(certificate(to), key));
      octets = generator.generate(content, (OutputAEADEncryptor) encryptor.build()).getEncoded();
    } else {
      CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(recipient(certificate(to), key));
      octets = generator.generate(content, encryptor.build()).getEncoded();
    }
    Files.write(Path.of(out), octets);
  }

  static void run(String[] words) throws Exception {
    switch (words[0]) {
      case "verify" -> verify(words[1], words[2], words[3], words[4]);
      case "decrypt" -> decrypt(words[1], words[2], words[3], words[4]);
      case "sign" -> sign(words[1], words[2], words[3], words[4], words[5], words[6]);
      case "encrypt" -> encrypt(words[1], words[2], words[3], words[4], words[5]);
      case "compress" ->
          Files.write(
              Path.of(words[2]),
              new CMSCompressedDataGenerator()
                  .generate(new CMSProcessableByteArray(read(words[1])), new ZlibCompressor())
                  .getEncoded());
      default -> throw new Exception("no such command: " + Arrays.toString(words));
    }
  }

  public static void main(String[] args) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        run(line.split("\t"));
        System.out.println("yes");
      } catch (Throwable why) {
        System.out.println("no\t" + String.valueOf(why).replaceAll("\\s+", " "));
      }
      System.out.flush();
    }
  }
}
