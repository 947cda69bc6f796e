<?php
// Sets the site up and prints the application password of its editor.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . $argv[1];
require __DIR__ . '/site/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
$made = wp_install('The Lantern', 'ines', 'ines@lantern.example', true, '', wp_generate_password());
update_option('permalink_structure', '/%postname%/');
// Comments of guests stand at once; nobody has to sign in.
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);
update_option('comment_registration', 0);
list($password) = WP_Application_Passwords::create_new_application_password(
    $made['user_id'],
    ['name' => 'wordborne']
);
echo $password;
