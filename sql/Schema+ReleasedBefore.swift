extension Schema {
    /// Checksums of migrations as they were released while functions still stood in them.
    ///
    /// Since then their functions are routines, and what is left of each makes the same tables. A text of which only a
    /// comment changed stands here too.
    static let releasedBefore: [String: [String]] = [
        "m0001_roles": [
            "28efffb58b3ca2c333e496fd4ef8569fe626981c5c2ac67eca2a551af1967de3"
        ],
        "m0002_installation": [
            "e323b5a81ffb78f1f708b316d5c78017ae03ee5bc8cd09b4bb01852de2e20e0f"
        ],
        "m0003_network": [
            "b06650c02d5013211bf9099ea2e96afdd076dedb94bc257d768e44bef9842401"
        ],
        "m0005_archive": [
            "0374c4c08b45addee4a2d6c827c143e60e98e702c8e11e71f0444dc7e6777f5e"
        ],
        "m0006_crews": [
            "0e47d28eda68305b402231b7a6994580de3d20491d0bfb86a4f934fb80cc18db"
        ],
        "m0007_rules": [
            "53f7c8eac271d461214b85d640f99e1a1148067cbad4552935ede4f21b978bac"
        ],
        "m0011_visits": [
            "cf90a9865df31e789f51a3fd82df8168bd37be04dbf21c0930bc7dfdf5169677"
        ],
        "m0012_jobs_done": [
            "d5e69ee679e596cbe59de9d14786530ab169204ea3398ddfc050dfb5112c6630"
        ],
        "m0013_planning": [
            "34a003fe851dc63138b529e58451635d49476872ebd012367f4359b26860ff0e"
        ],
        "m0014_office": [
            "661d2a54a9eeb4710090106aeb9feb93aabaa6cc56d4f6b0b14f884ab8cff960"
        ],
        "m0015_household_changes": [
            "a111245140f7de1179b33f802a24eb46688c6f2f704eabce68665cfca421faf2"
        ],
        "m0016_imports": [
            "fe45d0a44875a9ff6f06286e34e0db1147dd1309a583225a70470a3ce31d60de"
        ],
        "m0017_reading": [
            "1728af5b040a7ff2364bb1f34774294331f4ec29b3b996b230186ceffd5bc313"
        ],
        "m0018_privileges": [
            "b77f7892e2dd75a95d06bf33fcfc5a171f9a2d73c369da218999368f34f988a6"
        ],
        "m0019_coverage": [
            "9fe47761aa17aaf16f7ebb4784195e03e2ddf9de97e80f774049c33566391776",
            "47dd3b274c47ef79e9158b45aa49a6d679ff555c15c926f8b5a458ac13e2d7ff",
        ],
        "m0020_supply_check": [
            "78397fad3de0932d17b351f4597b49833f9025a8953ebe3c400158ff64d569b6"
        ],
        "m0021_crew_import": [
            "750603ff6a7103e188c7d60e598c2b3e788d72a9b2dc7305f9227417db729749"
        ],
        "m0022_kept_anniversaries": [
            "a99f8b668fdbc48c73a3943f87716a12e635536263f247493fd718ad8266eab1"
        ],
        "m0023_outages": [
            "d9246cce41c3b92588a1c078b15edf286bd7da29296f4e4f84de6ba270c010a0"
        ],
        "m0024_notices": [
            "8adb093f1e095cd6ecccbffd6335f7589d7f41404181d36aea172edb66505958"
        ],
        "m0025_gate_judgement": [
            "02ab420256605f58962f9a8b4ec64665dd10fc52b636c0b332293f31551f82b2"
        ],
        "m0026_outbox": [
            "3290d0f0decd45945b5c379f0c4234f391f7100b2069b6399d4b8abc441cd315"
        ],
        "m0027_outage_course": [
            "c60a80637226f742452708733be64bdc04cd916b45ae939f144a6188ec8bbe28"
        ],
        "m0028_restoration": [
            "6780350ce586301e7cbad3b8e3993b13d3d4ba31e9511fc1ddd061dea19b1333"
        ],
        "m0029_outage_hooks": [
            "a3391263e93b73d8741182b6904c99a6be2b623b60df83bd3e789ea19c14f605"
        ],
        "m0030_outage_reading": [
            "6ab70f65d086f00b763dafed36476c28a5b2ed90379ccfebfdbd4366e26fbdf5"
        ],
        "m0031_outage_privileges": [
            "765cd22e1ad964b6ddf631938ae8f18317294ab8119259c5e5f204775b383f95"
        ],
        "m0032_notice_places": [
            "a0eff1f858b8f1b3421033642928db47f422e2a6b66b4cc0b12f59b26c549e8a"
        ],
        "m0033_first_import": [
            "448004701fafb5b3c061c9cf052b7f7bf634eee6b6d3ec422aeabb554cdea557"
        ],
    ]
}
