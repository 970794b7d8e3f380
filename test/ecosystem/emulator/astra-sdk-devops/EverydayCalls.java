import com.dtsx.astra.sdk.AstraOpsClient;
import com.dtsx.astra.sdk.db.AstraDBOpsClient;
import com.dtsx.astra.sdk.db.DbAccessListsClient;
import com.dtsx.astra.sdk.db.DbOpsClient;
import com.dtsx.astra.sdk.db.domain.AccessListAddressRequest;
import com.dtsx.astra.sdk.db.domain.CloudProviderType;
import com.dtsx.astra.sdk.db.domain.Database;
import com.dtsx.astra.sdk.db.domain.DatabaseCreationRequest;
import com.dtsx.astra.sdk.db.domain.DatabaseFilter;
import com.dtsx.astra.sdk.db.domain.DatabaseStatusType;
import com.dtsx.astra.sdk.db.domain.RegionType;
import com.dtsx.astra.sdk.org.domain.CreateTokenResponse;
import com.dtsx.astra.sdk.org.domain.DefaultRoles;
import com.dtsx.astra.sdk.org.domain.Permission;
import com.dtsx.astra.sdk.org.domain.Role;
import com.dtsx.astra.sdk.org.domain.RoleDefinition;
import com.dtsx.astra.sdk.org.domain.User;
import com.dtsx.astra.sdk.org.domain.UserStatus;
import com.dtsx.astra.sdk.utils.AstraEnvironment;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The calls that users of the client make every day, against the emulator at the address of the first argument. */
public class EverydayCalls {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final AstraOpsClient client;
    private final String databaseId;

    EverydayCalls(String token) {
        client = new AstraOpsClient(token);
        databaseId = client.db().create(DatabaseCreationRequest.builder().name("from_java").keyspace("shop").build());
    }

    public static void main(String[] arguments) throws Exception {
        // The client knows the addresses of Astra alone.
        var endpoint = AstraEnvironment.class.getDeclaredField("endpoint");
        endpoint.setAccessible(true);
        endpoint.set(AstraEnvironment.PROD, arguments[0] + "/v2");
        EverydayCalls calls = new EverydayCalls(arguments[1]);
        calls.databases();
        calls.keyspaces();
        calls.secureBundle();
        calls.accessLists();
        calls.rolesAndTokens();
        calls.users();
        calls.end();
    }

    private void databases() {
        AstraDBOpsClient databases = client.db();
        expect("organization", client.getOrganizationId().matches(UUID));
        expect("created", databaseId.matches(UUID));
        expect("listed", databases.findAllNonTerminated().anyMatch(database -> database.getId().equals(databaseId)));
        expect("found by name", databases.findFirstByName("from_java").isPresent());
        for (DatabaseFilter.Include include : DatabaseFilter.Include.values()) {
            databases.search(DatabaseFilter.builder().include(include).provider(CloudProviderType.GCP).build());
        }
        Database database = databases.findById(databaseId).orElseThrow();
        expect("active", database.getStatus() == DatabaseStatusType.ACTIVE);
        expect("owned", database.getOrgId().equals(client.getOrganizationId()));
        expect("no such database", databases.findById("11111111-2222-4333-8444-555555555555").isEmpty());
        expect("no id at all", databases.findById("not-an-id").isEmpty());
        expect("regions", databases.regions().findAllServerless(RegionType.ALL).count() > 10);
        for (Runnable refused : List.<Runnable>of(
                database()::park, () -> database().resize(2), () -> database().resetPassword("user", "password"))) {
            expectRefused(IllegalArgumentException.class, refused);
        }
    }

    private void keyspaces() {
        expect("first keyspace", database().keyspaces().findAll().equals(Set.of("shop")));
        database().keyspaces().create("second");
        expect("second keyspace", database().keyspaces().exist("second"));
        database().keyspaces().delete("second");
        expect("one keyspace again", !database().keyspaces().exist("second"));
    }

    private void secureBundle() throws Exception {
        for (byte[] bundle : List.of(
                database().downloadDefaultSecureConnectBundle(),
                database().downloadSecureConnectBundle("us-east1"))) {
            Map<String, byte[]> files = new HashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
            expect("configuration", new String(files.get("config.json")).contains("\"keyspace\": \"shop\""));
            certificate(files.get("cert")).verify(certificate(files.get("ca.crt")).getPublicKey());
        }
    }

    private void accessLists() {
        DbAccessListsClient list = database().accessLists();
        expect("no addresses", list.get().getAddresses().isEmpty());
        list.addAddress(new AccessListAddressRequest("10.1.2.0/24", "office"), new AccessListAddressRequest("10.9.9.9", "home"));
        expect("two addresses", list.get().getAddresses().size() == 2);
        expect("time of change", list.get().getAddresses().get(0).getLastUpdateDateTime() != null);
        list.update(new AccessListAddressRequest("10.9.9.9", "moved"));
        expect("enabled", list.get().getConfigurations().isAccessListEnabled());
        list.replaceAddresses(new AccessListAddressRequest("172.16.0.0/12", "all"));
        expect("one address", list.get().getAddresses().get(0).getAddress().equals("172.16.0.0/12"));
        expect("all lists", client.db().findAllAccessLists().anyMatch(each -> each.getDatabaseId().equals(databaseId)));
        list.delete();
        expect("no addresses again", list.get().getAddresses().isEmpty());
    }

    private void rolesAndTokens() {
        for (DefaultRoles role : DefaultRoles.values()) expect(role.getName(), client.roles().find(role).isPresent());
        RoleDefinition definition = RoleDefinition.builder(client.getOrganizationId())
                .name("java role")
                .description("made by a test")
                .addPermision(Permission.org_db_view)
                .addResourceAllDatabases()
                .build();
        String roleId = client.roles().create(definition).getRoleId();
        expect("role", client.roles().get(roleId).getPolicy().getActions().equals(List.of("org-db-view")));
        definition.setName("java role again");
        client.roles().update(roleId, definition);
        expect("renamed", client.roles().findByName("java role again").map(Role::getId).get().equals(roleId));
        CreateTokenResponse token = client.tokens().create("java role again");
        expect("may list", new AstraOpsClient(token.getToken()).db().findAllNonTerminated().count() > 0);
        client.tokens().delete(token.getClientId());
        expect("token is gone", !client.tokens().exist(token.getClientId()));
        client.roles().delete(roleId);
        expect("role is gone", !client.roles().exist(roleId));
        expect("no such role", client.roles().find("none").isEmpty());
    }

    private void users() {
        expect("owner", client.users().findAll().anyMatch(user -> user.getStatus() == UserStatus.active));
        client.users().invite("java@example.org", DefaultRoles.READ_ONLY_USER.getName());
        User invited = client.users().findByEmail("java@example.org").orElseThrow();
        expect("invited", invited.getStatus() == UserStatus.invited);
        client.users().updateRoles(invited.getUserId(), DefaultRoles.DATABASE_ADMINISTRATOR.getName());
        List<Role> roles = client.users().find(invited.getUserId()).orElseThrow().getRoles();
        expect("role of user", roles.size() == 1 && roles.get(0).getName().equals("Database Administrator"));
        client.users().deleteByEmail("java@example.org");
        expect("user is gone", !client.users().exist(invited.getUserId()));
    }

    private void end() {
        database().delete();
        expect("terminated", client.db().findById(databaseId).orElseThrow().getStatus() == DatabaseStatusType.TERMINATED);
        System.out.println("All calls were answered as expected.");
    }

    private DbOpsClient database() {
        return client.db().database(databaseId);
    }

    private static X509Certificate certificate(byte[] pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static void expect(String what, boolean isSo) {
        if (!isSo) throw new AssertionError("Not as expected: " + what);
        System.out.println(what);
    }

    private static void expectRefused(Class<? extends RuntimeException> by, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException refusal) {
            if (by.isInstance(refusal)) return;
            throw refusal;
        }
        throw new AssertionError("Not refused");
    }
}
